package io.verigate.ledger.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.activity.ActivityRecords;
import io.verigate.activity.CounterRow;
import io.verigate.activity.mariadb.CounterMapper;
import io.verigate.database.DatabaseAddress;
import io.verigate.database.TestDatabase;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerContract;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.RecordType;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.StoredResponse;
import io.verigate.ledger.TransactionView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class GroupCommitTest extends LedgerContract {
    private static final AtomicReference<DatabaseAddress> ADDRESS = new AtomicReference<>();

    private final List<GroupCommit> open = new ArrayList<>();

    @BeforeAll
    static void schema() {
        ADDRESS.set(TestDatabase.address("group_commit"));
    }

    @AfterEach
    void close() {
        open.forEach(GroupCommit::close);
    }

    @Override
    protected Ledger node() {
        return node(ADDRESS.get()::connect, Duration.ofSeconds(20), (steps, took) -> {});
    }

    private GroupCommit node(
            GroupCommit.Connections connections, Duration deadline, CommitListener listener) {
        Map<RecordType<?, ?>, RecordMapper<?, ?>> recordTypes =
                Map.of(
                        ActivityRecords.COUNTERS,
                        new CounterMapper(() -> LedgerContract.NOW),
                        StoredResponse.RECORDS,
                        new StoredResponseMapper(() -> LedgerContract.NOW, Object::toString));
        GroupCommit node = new GroupCommit(connections, recordTypes, deadline, 1, listener);
        open.add(node);
        return node;
    }

    @Test
    void sharesOneTransactionAmongThoseWhoWait() throws Exception {
        Key<Long, CounterRow> place = place();
        AtomicInteger transactions = new AtomicInteger();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch queued = new CountDownLatch(1);
        GroupCommit node =
                node(
                        ADDRESS.get()::connect,
                        Duration.ofSeconds(20),
                        (steps, took) -> transactions.incrementAndGet());
        List<Thread> threads = new ArrayList<>();
        threads.add(
                Thread.startVirtualThread(() ->
                        node.run(
                                on(
                                        place,
                                        view -> {
                                            busy.countDown();
                                            await(queued);
                                            return add(place, view);
                                        }))));
        await(busy);
        for (int i = 0; i < 50; i++) {
            threads.add(
                    Thread.startVirtualThread(() -> node.run(on(place, view -> add(place, view)))));
        }
        while (node.queueLength() < 50) {
            Thread.onSpinWait();
        }
        queued.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(transactions).hasValue(2);
        assertThat(count(place)).isEqualTo(51);
    }

    /// Rows of regions are not locked, so a transaction may write what it read before.
    @Test
    void remembersThatARegionWasBlockedWhoeverCountsMeanwhile() throws Exception {
        Key<Long, CounterRow> region = place(SubjectKind.REGION);
        node().run(on(region, view -> add(region, view)));
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        Ledger slow = node();
        Thread counting =
                Thread.startVirtualThread(() ->
                        slow.run(
                                on(
                                        region,
                                        view -> {
                                            read.countDown();
                                            await(blocked);
                                            return add(region, view);
                                        })));
        await(read);
        node().run(
                        on(
                                region,
                                view -> {
                                    view.put(region, view.get(region).orElseThrow().withBlock());
                                    return true;
                                }));
        blocked.countDown();
        counting.join();

        assertThat(node().<Boolean>run(on(region, view -> isBlocked(region, view)))).isTrue();
        assertThat(count(region)).isEqualTo(2);
    }

    /// The purge does not wait for them either.
    @Test
    void beginsARegionAnewThatWasPurgedMeanwhile() {
        Key<Long, CounterRow> region = place(SubjectKind.REGION);
        node().run(on(region, view -> add(region, view)));
        node().run(
                        on(
                                region,
                                view -> {
                                    purge(region);
                                    view.put(region, view.get(region).orElseThrow().withBlock());
                                    return true;
                                }));

        assertThat(node().<Boolean>run(on(region, view -> isBlocked(region, view)))).isTrue();
    }

    private static void purge(Key<Long, CounterRow> place) {
        try (Connection connection = ADDRESS.get().connect();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM counter WHERE subject = ?")) {
            delete.setLong(1, place.id());
            assertThat(delete.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isBlocked(Key<Long, CounterRow> place, TransactionView view) {
        return view.get(place).orElseThrow().blocked();
    }

    @Test
    void recoversByItselfAfterItsConnectionWasKilled() throws Exception {
        Key<Long, CounterRow> place = place();
        AtomicReference<Connection> used = new AtomicReference<>();
        GroupCommit node =
                node(
                        () -> {
                            used.set(ADDRESS.get().connect());
                            return used.get();
                        },
                        Duration.ofSeconds(20),
                        (steps, took) -> {});
        node.run(on(place, view -> add(place, view)));
        kill(used.get());

        node.run(on(place, view -> add(place, view)));

        assertThat(count(place)).isEqualTo(2);
    }

    @Test
    void refusesWhileTheDatabaseIsAwayAndRecordsNothing() {
        Key<Long, CounterRow> place = place();
        AtomicBoolean away = new AtomicBoolean(true);
        GroupCommit node =
                node(
                        () -> {
                            if (away.get()) {
                                throw new SQLException("away", "08001");
                            }
                            return ADDRESS.get().connect();
                        },
                        Duration.ofSeconds(2),
                        (steps, took) -> {});

        assertThatThrownBy(() -> node.run(on(place, view -> add(place, view))))
                .isInstanceOf(LedgerUnavailable.class);
        away.set(false);

        assertThat(node.<Boolean>run(on(place, view -> add(place, view)))).isTrue();
        assertThat(count(place)).isEqualTo(1);
    }

    @Test
    void neverRunsAStepThatWasWithdrawn() throws Exception {
        Key<Long, CounterRow> place = place();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        GroupCommit node =
                node(ADDRESS.get()::connect, Duration.ofMillis(100), (steps, took) -> {});
        Thread slow =
                Thread.startVirtualThread(() -> {
                    try {
                        node.run(
                                on(
                                        place(),
                                        view -> {
                                            busy.countDown();
                                            await(free);
                                            return true;
                                        }));
                    } catch (LedgerUnavailable e) {
                        // Its own deadline is over too; the test is about the transaction behind
                        // it.
                        assertThat(e).hasMessageContaining("may have been recorded");
                    }
                });
        await(busy);

        assertThatThrownBy(() -> node.run(on(place, view -> add(place, view))))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("nothing was recorded");
        free.countDown();
        slow.join();
        node.close();

        assertThat(count(place)).isZero();
    }

    /// A row that does not fit must not fail the other transactions of its batch.
    @Test
    void failsOnlyTheStepThatCannotBeKept() throws Exception {
        Key<Long, CounterRow> place = place();
        String secret = "someone@example.com/".repeat(200);

        List<Throwable> failures =
                together(
                        view -> {
                            add(place, view);
                            view.put(
                                    StoredResponse.RECORDS.key("too long"),
                                    new StoredResponse("", 201, "", secret));
                            return true;
                        },
                        place);

        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a row does not fit into its table: database error 1406 (22001)")
                .hasNoCause();
        assertThat(count(place)).isEqualTo(50);
    }

    @Test
    void outlivesAStepThatEndsInAnError() throws Exception {
        Key<Long, CounterRow> place = place();

        List<Throwable> failures =
                together(
                        view -> {
                            throw new StackOverflowError();
                        },
                        place);

        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst()).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(count(place)).isEqualTo(50);
    }

    /// One bad transaction among 50 good ones, all in one batch at first.
    ///
    /// @return the failures
    private List<Throwable> together(
            Function<TransactionView, Boolean> bad, Key<Long, CounterRow> place)
            throws InterruptedException {
        return together(bad, place, (steps, took) -> {});
    }

    private List<Throwable> together(
            Function<TransactionView, Boolean> bad,
            Key<Long, CounterRow> place,
            CommitListener listener)
            throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch queued = new CountDownLatch(1);
        GroupCommit node = node(ADDRESS.get()::connect, Duration.ofSeconds(20), listener);
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        all.add(
                node.submit(
                        on(
                                place(),
                                view -> {
                                    busy.countDown();
                                    await(queued);
                                    return true;
                                })));
        await(busy);
        for (int i = 0; i < 51; i++) {
            all.add(node.submit(on(place, i == 20 ? bad : view -> add(place, view))));
        }
        queued.countDown();
        List<Throwable> failures = new ArrayList<>();
        for (CompletableFuture<Boolean> one : all) {
            try {
                Ledger.await(one);
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        return failures;
    }

    /// A committed transaction is never repeated, even if its listeners fail.
    @Test
    void doesNothingTwiceThatWasCommitted() throws Exception {
        Key<Long, CounterRow> place = place();

        List<Throwable> failures =
                together(
                        view -> add(place, view),
                        place,
                        (steps, took) -> {
                            throw new IllegalStateException("nobody listens");
                        });

        assertThat(failures).isEmpty();
        assertThat(count(place)).isEqualTo(51);
    }

    @Test
    void takesNothingAfterItsEnd() {
        GroupCommit node =
                node(ADDRESS.get()::connect, Duration.ofSeconds(20), (steps, took) -> {});
        node.close();

        assertThatThrownBy(() -> node.run(on(place(), view -> true)))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("nothing was recorded");
    }

    private static void kill(Connection victim) throws SQLException {
        long id = victim.unwrap(org.mariadb.jdbc.Connection.class).getThreadId();
        try (Connection killer = ADDRESS.get().connect();
                Statement statement = killer.createStatement()) {
            statement.execute("KILL CONNECTION " + id);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
