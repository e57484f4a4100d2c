package io.verigate.rules;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// The rule set that decides now. It is swapped in whole: who has begun with the old one ends with it, and it is
/// closed after its last user. Thread-safe.
public final class ActiveRuleSet {
    private final AtomicReference<Lease> current;

    public ActiveRuleSet(RuleSet first) {
        current = new AtomicReference<>(new Lease(first));
    }

    /// Works with the rule set that decides now, which stays open until the work is done.
    public <T> T use(Function<RuleSet, T> work) {
        Lease lease = current.get();
        while (!lease.take()) {
            lease = current.get();
        }
        try {
            return work.apply(lease.ruleSet);
        } finally {
            lease.give();
        }
    }

    /// From now on the other decides.
    public void swap(RuleSet next) {
        current.getAndSet(new Lease(next)).give();
    }

    private static final class Lease {
        private final RuleSet ruleSet;
        // The holder counts as one user until the swap.
        private int users = 1;

        Lease(RuleSet ruleSet) {
            this.ruleSet = ruleSet;
        }

        synchronized boolean take() {
            if (users == 0) {
                return false;
            }
            users++;
            return true;
        }

        synchronized void give() {
            users--;
            if (users == 0) {
                ruleSet.close();
            }
        }
    }
}
