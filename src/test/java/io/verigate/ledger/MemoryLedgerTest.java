package io.verigate.ledger;

final class MemoryLedgerTest extends LedgerContract {
    private final MemoryLedger ledger = new MemoryLedger();

    @Override
    protected Ledger node() {
        return ledger;
    }
}
