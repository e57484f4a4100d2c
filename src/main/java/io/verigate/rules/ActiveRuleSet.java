package io.verigate.rules;

import java.util.function.Function;

/// The rule set that decides now. It is swapped in whole: who has begun with the old one ends with it, and it is
/// closed after its last user. Thread-safe.
public final class ActiveRuleSet {
    private volatile Lease current;

    public ActiveRuleSet(RuleSet first) {
        current = new Lease(first);
    }

    /// Works with the rule set that decides now, which stays open until the work is done.
    public <T> T use(Function<RuleSet, T> work) {
        Lease lease = current;
        while (!lease.take()) {
            lease = current;
        }
        try {
            return work.apply(lease.ruleSet);
        } finally {
            lease.give();
        }
    }

    /// From now on the other decides.
    public synchronized void swap(RuleSet next) {
        Lease old = current;
        current = new Lease(next);
        old.give();
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
