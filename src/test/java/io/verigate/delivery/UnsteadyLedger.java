package io.verigate.delivery;

import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.LedgerUnavailable;
import java.util.concurrent.CompletableFuture;

/// A ledger whose database goes away and comes back as a test tells. Used by one thread at a time.
public final class UnsteadyLedger implements Ledger {
    private final Ledger ledger;
    private int stepsLeft = Integer.MAX_VALUE;
    private boolean losesItsAnswer;

    /// @param ledger what runs the steps while the database is there
    UnsteadyLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The database goes away after so many more steps.
    public void awayAfter(int transactions) {
        stepsLeft = transactions;
    }

    /// The database is there.
    public void back() {
        stepsLeft = Integer.MAX_VALUE;
    }

    /// The last step before the database goes away is on disk, and nobody hears of it.
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
