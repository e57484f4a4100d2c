package io.verigate.ledger;

final class InMemoryLedgerTest extends LedgerContract {
    private final InMemoryLedger ledger = new InMemoryLedger();

    @Override
    protected Ledger node() {
        return ledger;
    }
}
