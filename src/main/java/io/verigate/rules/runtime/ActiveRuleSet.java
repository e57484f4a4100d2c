package io.verigate.rules.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The active rule set and an optional candidate, swapped atomically. A request that started with the old ones finishes
/// with them; each rule set is closed after its last user. Thread-safe.
public final class ActiveRuleSet {
    private final Map<RuleSet, Integer> held = new HashMap<>();
    private volatile Lease current;

    public ActiveRuleSet(RuleSet first) {
        current = newLease(new Deciding(first, null));
    }

    /// The rule sets in use.
    ///
    /// @param active decides for every account outside the candidate's share
    /// @param trial null without a candidate
    public record Deciding(RuleSet active, @Nullable Trial trial) {
        /// The candidate; empty without one.
        public Optional<Trial> tried() {
            return Optional.ofNullable(trial);
        }

        private List<RuleSet> all() {
            return Stream.concat(Stream.of(active), tried().map(Trial::candidate).stream())
                    .toList();
        }
    }

    /// A candidate that runs next to the active rule set.
    ///
    /// @param share rollout share in hundredths of a percent; 0 decides for no account
    /// @param failures in a row
    public record Trial(RuleSet candidate, int share, AtomicInteger failures) {
        /// After this many failures in a row the candidate is suspended.
        public static final int MAX_FAILURES = 10;

        /// The same candidate with another rollout share.
        public Trial with(int other) {
            return new Trial(candidate, other, failures);
        }

        /// Whether it is no longer evaluated because it failed too often.
        public boolean suspended() {
            return failures.get() >= MAX_FAILURES;
        }

        /// Counts an evaluation that failed.
        public void failed() {
            failures.incrementAndGet();
        }

        /// Resets the failures, unless it is suspended.
        public void succeeded() {
            if (failures.get() > 0 && !suspended()) {
                failures.set(0);
            }
        }
    }

    /// Runs `work` with the active rule set, which stays open until `work` returns.
    public <T> T use(Function<RuleSet, T> work) {
        return decide(deciding -> work.apply(deciding.active()));
    }

    /// Runs `work` with the active rule set and candidate, which stay open until `work` returns.
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

    /// Activates `next` without a candidate.
    public void swap(RuleSet next) {
        swap(new Deciding(next, null));
    }

    /// Activates `next`, which may contain rule sets that are in use already.
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
        // ActiveRuleSet itself is one user until the swap.
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
