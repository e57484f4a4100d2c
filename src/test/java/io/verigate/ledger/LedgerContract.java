package io.verigate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.activity.ActivityRecords;
import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.RecordType.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The contract of a ledger: transactions are atomic, and serialised for each subject.
public abstract class LedgerContract {
    /// The time of all events.
    protected static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final Fingerprints FINGERPRINTS =
            new Fingerprints(new byte[Fingerprints.KEY_LENGTH]);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /// The ledger; two calls may give two nodes on one store.
    protected abstract Ledger node();

    @Test
    void keepsWhatAStepWrote() throws Exception {
        Key<Long, CounterRow> place = place();

        node().run(on(place, view -> add(place, view)));
        node().run(on(place, view -> add(place, view)));

        assertThat(count(place)).isEqualTo(2);
    }

    @Test
    void leavesNothingBehindWhenAStepFails() {
        Key<Long, CounterRow> place = place();

        assertThatThrownBy(() ->
                        node().run(
                                        on(
                                                place,
                                                view -> {
                                                    add(place, view);
                                                    throw new IllegalArgumentException("no");
                                                })))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");

        assertThat(count(place)).isZero();
    }

    @Test
    void refusesToReadWhatAStepDidNotName() {
        Key<Long, CounterRow> named = place();
        Key<Long, CounterRow> other = place();

        assertThatThrownBy(() -> node().run(on(named, view -> view.get(other))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("counters");
    }

    @Test
    void neverLetsManyThreadsOnTwoNodesPassALimit() throws Exception {
        Key<Long, CounterRow> place = place();
        List<Ledger> nodes = List.of(node(), node());
        AtomicInteger passed = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                Ledger node = nodes.get(i % 2);
                all.add(
                        threads.submit(() -> {
                            if (node.run(on(place, view -> addBelow(10, place, view)))) {
                                passed.incrementAndGet();
                            }
                        }));
            }
        }
        for (Future<?> one : all) {
            one.get();
        }

        assertThat(passed).hasValue(10);
        assertThat(count(place)).isEqualTo(10);
    }

    @Test
    void locksManySubjectsWithoutStandingStill() throws Exception {
        List<Key<Long, CounterRow>> places = List.of(place(), place(), place(), place());
        List<Ledger> nodes = List.of(node(), node());
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                Ledger node = nodes.get(i % 2);
                Key<Long, CounterRow> one = places.get(i % 4);
                Key<Long, CounterRow> other = places.get((i + 1 + i / 4 % 3) % 4);
                all.add(
                        threads.submit(() ->
                                node.run(
                                        on(
                                                Set.of(one, other),
                                                view -> {
                                                    add(one, view);
                                                    return add(other, view);
                                                }))));
            }
        }
        for (Future<?> one : all) {
            one.get();
        }

        long sum = 0;
        for (Key<Long, CounterRow> place : places) {
            sum += count(place);
        }
        assertThat(sum).isEqualTo(400);
    }

    /// A new key.
    protected static Key<Long, CounterRow> place() {
        return place(SubjectKind.ACCOUNT);
    }

    /// A new key for a kind of subject.
    protected static Key<Long, CounterRow> place(SubjectKind kind) {
        return ActivityRecords.counterRow(
                SubjectKey.of(kind, "subject-" + NUMBER.incrementAndGet(), FINGERPRINTS));
    }

    private static SubjectKey subject(Key<Long, CounterRow> place) {
        return new SubjectKey(place.id(), 0);
    }

    /// A transaction on one key.
    protected static <T> LedgerTransaction<T> on(
            Key<Long, CounterRow> place, Function<TransactionView, T> work) {
        return on(Set.of(place), work);
    }

    /// One more event.
    protected static boolean add(Key<Long, CounterRow> place, TransactionView view) {
        CounterRow before = view.get(place).orElse(CounterRow.NONE);
        SubjectKey subject = subject(place);
        view.put(
                place,
                before.with(subject, before.of(subject).plus(ActivityEvent.CODE_REQUEST, NOW)));
        return true;
    }

    /// The number of events that are stored.
    protected long count(Key<Long, CounterRow> place) {
        return node().run(on(place, view -> count(place, view)));
    }

    private static long count(Key<Long, CounterRow> place, TransactionView view) {
        return view.get(place)
                .orElse(CounterRow.NONE)
                .of(subject(place))
                .count(ActivityEvent.CODE_REQUEST, NOW.minus(Duration.ofHours(1)));
    }

    private static boolean addBelow(int limit, Key<Long, CounterRow> place, TransactionView view) {
        return count(place, view) < limit && add(place, view);
    }

    private static <T> LedgerTransaction<T> on(
            Set<Key<Long, CounterRow>> places, Function<TransactionView, T> work) {
        return new LedgerTransaction<>() {
            @Override
            public Set<Key<?, ?>> reads() {
                return Set.copyOf(places);
            }

            @Override
            public T run(TransactionView view) {
                return work.apply(view);
            }
        };
    }
}
