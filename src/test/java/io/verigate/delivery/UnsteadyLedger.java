package io.verigate.delivery;

import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.Step;
import java.util.concurrent.CompletableFuture;

/// A ledger whose database goes away and comes back as a test tells. Used by one thread at a time.
final class UnsteadyLedger implements Ledger {
    private final Ledger ledger;
    private int stepsLeft = Integer.MAX_VALUE;
    private boolean losesItsAnswer;

    /// @param ledger what runs the steps while the database is there
    UnsteadyLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The database goes away after so many more steps.
    void awayAfter(int steps) {
        stepsLeft = steps;
    }

    /// The database is there.
    void back() {
        stepsLeft = Integer.MAX_VALUE;
    }

    /// The last step before the database goes away is on disk, and nobody hears of it.
    void losesItsAnswer() {
        losesItsAnswer = true;
    }

    @Override
    public <T> CompletableFuture<T> submit(Step<T> step) {
        if (stepsLeft <= 0) {
            return CompletableFuture.failedFuture(new LedgerUnavailable("away"));
        }
        stepsLeft--;
        CompletableFuture<T> answer = ledger.submit(step);
        if (stepsLeft == 0 && losesItsAnswer) {
            losesItsAnswer = false;
            return CompletableFuture.failedFuture(new LedgerUnavailable("perhaps recorded"));
        }
        return answer;
    }
}
