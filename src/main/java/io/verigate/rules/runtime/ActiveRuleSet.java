package io.verigate.rules.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
        current = lease(new Deciding(first, null));
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
        Lease lease = take();
        try {
            return work.apply(lease.deciding);
        } finally {
            lease.give();
        }
    }

    /// The same for work that goes on elsewhere until its future ends.
    public <T> CompletableFuture<T> decideLater(Function<Deciding, CompletableFuture<T>> work) {
        Lease lease = take();
        try {
            return work.apply(lease.deciding).whenComplete((result, failure) -> lease.give());
        } catch (RuntimeException | Error e) {
            lease.give();
            throw e;
        }
    }

    private Lease take() {
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
        current = lease(next);
        old.give();
    }

    private Lease lease(Deciding deciding) {
        synchronized (held) {
            deciding.all().forEach(ruleSet -> held.merge(ruleSet, 1, Integer::sum));
        }
        return new Lease(deciding);
    }

    private void leave(Deciding deciding) {
        List<RuleSet> left;
        synchronized (held) {
            deciding.all().forEach(ruleSet -> held.merge(ruleSet, -1, Integer::sum));
            left = deciding.all().stream().filter(ruleSet -> held.remove(ruleSet, 0)).toList();
        }
        left.forEach(RuleSet::close);
    }

    private final class Lease {
        private final Deciding deciding;
        // The holder counts as one user until the swap.
        private int users = 1;

        Lease(Deciding deciding) {
            this.deciding = deciding;
        }

        synchronized boolean take() {
            if (users == 0) {
                return false;
            }
            users++;
            return true;
        }

        void give() {
            boolean last;
            synchronized (this) {
                users--;
                last = users == 0;
            }
            if (last) {
                leave(deciding);
            }
        }
    }
}
