package io.verigate.rules.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rule set that decides now, and perhaps a candidate beside it. They are swapped whole: who has begun with the old
/// ones ends with them, and each is closed after its last user. Thread-safe.
public final class ActiveRuleSet {
    private final Map<RuleSet, Integer> held = new HashMap<>();
    private volatile Lease current;

    public ActiveRuleSet(RuleSet first) {
        current = newLease(new Deciding(first, null));
    }

    /// What decides.
    ///
    /// @param active for everybody, or for everybody but the candidate's share
    /// @param trial a candidate beside it; null when there is none
    public record Deciding(RuleSet active, @Nullable Trial trial) {
        /// A candidate beside it; empty when there is none.
        public Optional<Trial> tried() {
            return Optional.ofNullable(trial);
        }

        private List<RuleSet> all() {
            return Stream.concat(Stream.of(active), tried().map(Trial::candidate).stream())
                    .toList();
        }
    }

    /// A candidate beside the active rule set.
    ///
    /// @param share of accounts that it decides for, in hundredths of a percent; 0 for none
    /// @param failures how often it failed since it last did not
    public record Trial(RuleSet candidate, int share, AtomicInteger failures) {
        /// It is not asked any more after so many failures in a row.
        public static final int MAX_FAILURES = 10;

        /// The same candidate with another share.
        public Trial with(int other) {
            return new Trial(candidate, other, failures);
        }

        /// Whether it failed so often that it is not asked any more.
        public boolean suspended() {
            return failures.get() >= MAX_FAILURES;
        }

        /// It could not be run to its end.
        public void failed() {
            failures.incrementAndGet();
        }

        /// It was run to its end.
        public void succeeded() {
            if (failures.get() > 0 && !suspended()) {
                failures.set(0);
            }
        }
    }

    /// Works with the rule set that decides now, which stays open until the work is done.
    public <T> T use(Function<RuleSet, T> work) {
        return decide(deciding -> work.apply(deciding.active()));
    }

    /// Works with all that decides now, which stays open until the work is done.
    public <T> T decide(Function<Deciding, T> work) {
        try (Lease lease = lease()) {
            return work.apply(lease.deciding());
        }
    }

    /// All that decides now, kept open until the lease is closed.
    public Lease lease() {
        Lease lease = current;
        while (!lease.take()) {
            lease = current;
        }
        return lease;
    }

    /// From now on the other decides.
    public void swap(RuleSet next) {
        swap(new Deciding(next, null));
    }

    /// From now on the others decide; a rule set of before may be among them.
    public synchronized void swap(Deciding next) {
        Lease old = current;
        current = newLease(next);
        old.close();
    }

    private Lease newLease(Deciding deciding) {
        synchronized (held) {
            deciding.all().forEach(ruleSet -> held.merge(ruleSet, 1, Integer::sum));
        }
        return new Lease(deciding);
    }

    private void release(Deciding deciding) {
        List<RuleSet> left;
        synchronized (held) {
            deciding.all().forEach(ruleSet -> held.merge(ruleSet, -1, Integer::sum));
            left = deciding.all().stream().filter(ruleSet -> held.remove(ruleSet, 0)).toList();
        }
        left.forEach(RuleSet::close);
    }

    /// A use of what decided when it was taken. Closed once.
    public final class Lease implements AutoCloseable {
        private final Deciding deciding;
        // The holder counts as one user until the swap.
        private int users = 1;

        private Lease(Deciding deciding) {
            this.deciding = deciding;
        }

        private synchronized boolean take() {
            if (users == 0) {
                return false;
            }
            users++;
            return true;
        }

        /// What decides.
        public Deciding deciding() {
            return deciding;
        }

        @Override
        public void close() {
            boolean last;
            synchronized (this) {
                users--;
                last = users == 0;
            }
            if (last) {
                release(deciding);
            }
        }
    }
}
