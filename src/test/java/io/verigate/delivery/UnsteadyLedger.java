package io.verigate.delivery;

import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.LedgerUnavailable;
import java.util.concurrent.CompletableFuture;

/// A ledger whose database fails and recovers on request. Used by one thread at a time.
public final class UnsteadyLedger implements Ledger {
    private final Ledger ledger;
    private int stepsLeft = Integer.MAX_VALUE;
    private boolean losesItsAnswer;

    /// @param ledger runs the transactions while the database is available
    UnsteadyLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The database fails after this many more transactions.
    public void awayAfter(int transactions) {
        stepsLeft = transactions;
    }

    /// The database recovers.
    public void back() {
        stepsLeft = Integer.MAX_VALUE;
    }

    /// The last transaction before the failure is committed, but its response is lost.
    public void losesItsAnswer() {
        losesItsAnswer = true;
    }

    @Override
    public <T> CompletableFuture<T> submit(LedgerTransaction<T> transaction) {
        if (stepsLeft <= 0) {
            return CompletableFuture.failedFuture(new LedgerUnavailable("away"));
        }
        stepsLeft--;
        CompletableFuture<T> answer = ledger.submit(transaction);
        if (stepsLeft == 0 && losesItsAnswer) {
            losesItsAnswer = false;
            return CompletableFuture.failedFuture(new LedgerUnavailable("perhaps recorded"));
        }
        return answer;
    }
}
