package io.verigate.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.verigate.access.Role;
import io.verigate.api.ServiceTest;
import io.verigate.api.TestService;
import io.verigate.api.TestService.Answer;
import io.verigate.database.DatabaseAddress;
import io.verigate.database.TestDatabase;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.mariadb.Sql;
import io.verigate.retention.mariadb.MariaDbPurge;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Months go by on MariaDB.
@ServiceTest
@Property(name = ServiceTest.SCHEMA, value = "retention")
final class RetentionTest {
    private static final String PHONE = "+447700900621";

    @Inject TestService service;

    @Test
    void everythingGoesAtItsTimeAndNotBefore() {
        sweepAfter(Duration.ofDays(2)); // the first day of a log is a long one
        for (int i = 0; i < 12; i++) {
            ask("a-1", PHONE, "k-" + i);
        }
        event(
                "{\"event\":\"terms-violation\",\"account\":\"a-2\",\"severity\":\"severe\",\"evidence\":\"case-1\"}");
        service.call("GET", "/sandbox/messages", "");
        Map<String, Long> all = rows();
        assertThat(all.values()).as("rows at first: %s", all).doesNotContain(0L);

        sweepAfter(Duration.ofHours(23));
        assertThat(rows()).isEqualTo(all);

        sweepAfter(Duration.ofHours(2));
        assertThat(gone(all)).containsExactly("idempotent_response");

        sweepAfter(Duration.ofDays(28));
        assertThat(gone(all)).containsExactly("idempotent_response");
        sweepAfter(Duration.ofDays(2));
        assertThat(gone(all))
                .containsExactlyInAnyOrder(
                        "idempotent_response", "outbox", "sandbox_message", "verification");

        sweepAfter(Duration.ofDays(58));
        assertThat(rows().get("journal")).isEqualTo(all.get("journal"));
        assertThat(service.call("GET", "/v1/decisions?rule=HV-002", "").body()).contains("HV-002");
        sweepAfter(Duration.ofDays(2));
        assertThat(rows().get("journal")).isZero();
        assertThat(rows().get("journal_mark")).isZero();
        assertThat(rows().get("counter")).isEqualTo(all.get("counter"));
        assertThat(rows().get("block")).isEqualTo(all.get("block"));

        sweepAfter(Duration.ofDays(3));
        assertThat(rows().get("counter")).as("the row that says that a block holds").isEqualTo(1);
        // The one for the destination has ended long ago; the one for the terms has no end.
        assertThat(rows().get("block")).isEqualTo(1);
        assertThat(
                        Sql.query(
                                database(),
                                "SELECT reason FROM block",
                                List.of(),
                                row -> row.getString(1)))
                .containsExactly("terms-of-service");
        assertThat(
                        service.call(
                                        "POST",
                                        "/v1/decisions",
                                        "{\"interaction\":\"sign-in\",\"account\":\"a-2\"}")
                                .body())
                .contains("\"verdict\":\"block\"");
        assertThat(metric()).contains("verigate_retention_deleted_total{kind=\"decisions\"");
    }

    @Test
    void onlyOneNodeIsAtItAndAnotherGoesOnWhereItEnded() {
        many(1_700);
        DatabaseAddress address = service.bean(DatabaseAddress.class);
        Purge.PurgeFactory opening = () -> MariaDbPurge.open(address::connect);
        InstantSource later = () -> Instant.parse("2020-06-01T00:00:00Z");
        List<Integer> turns = new ArrayList<>();
        RetentionPeriods periods = new RetentionPeriods(Duration.ofDays(90), Duration.ofDays(30));
        Retention dying =
                new Retention(
                        opening,
                        periods,
                        later,
                        (kept, deleted) -> {
                            if (kept == RetainedKind.DIFFERENCES && deleted > 0) {
                                turns.add(deleted);
                                assertThat(
                                                new Retention(opening, periods, later, (k, d) -> {})
                                                        .sweep())
                                        .as("another node meanwhile")
                                        .isEmpty();
                                if (turns.size() == 2) {
                                    throw new IllegalStateException("this node dies");
                                }
                            }
                        });

        assertThatThrownBy(dying::sweep).hasMessage("this node dies");
        assertThat(old()).isEqualTo(700);

        Map<RetainedKind, Integer> rest =
                new Retention(opening, periods, later, (kept, deleted) -> turns.add(deleted))
                        .sweep()
                        .orElseThrow();
        assertThat(old()).isZero();
        assertThat(rest.get(RetainedKind.DIFFERENCES)).isEqualTo(700);
        assertThat(turns).allMatch(deleted -> deleted <= 500);
    }

    @Test
    void decisionsGoOnWhileItIsSwept() throws InterruptedException {
        many(30_000);
        InstantSource later = () -> Instant.parse("2020-06-01T00:00:00Z");
        DatabaseAddress address = service.bean(DatabaseAddress.class);
        AtomicInteger deleted = new AtomicInteger();
        Thread sweeping =
                Thread.ofVirtual()
                        .start(() ->
                                new Retention(
                                                () -> MariaDbPurge.open(address::connect),
                                                new RetentionPeriods(
                                                        Duration.ofDays(90), Duration.ofDays(30)),
                                                later,
                                                (kept, rows) -> deleted.addAndGet(rows))
                                        .sweep());
        List<Long> micros = new ArrayList<>();
        int asked = 0;
        while (sweeping.isAlive() || asked < 20) {
            long start = System.nanoTime();
            Answer answer =
                    service.call(
                            "POST",
                            "/v1/decisions",
                            "{\"interaction\":\"sign-in\",\"account\":\"a-%d\"}"
                                    .formatted(asked++));
            micros.add((System.nanoTime() - start) / 1_000);
            assertThat(answer.status()).isEqualTo(200);
        }
        sweeping.join();
        assertThat(deleted.get()).isGreaterThanOrEqualTo(30_000);
        micros.sort(Long::compare);
        System.out.printf(
                "%d decisions while 30,000 rows were deleted: median %d µs, 99th percentile %d µs%n",
                micros.size(), micros.get(micros.size() / 2), micros.get(micros.size() * 99 / 100));
    }

    @Test
    void deletesAlsoWhenTheDiskHasNoRoomForWhatComes() {
        List<RetainedKind> asked = new ArrayList<>();
        Purge full =
                new Purge() {
                    @Override
                    public void prepare(Instant now) {
                        throw new LedgerUnavailable("the disk is full");
                    }

                    @Override
                    public Batch next(RetainedKind kept, Instant before) {
                        asked.add(kept);
                        return new Batch(0, false);
                    }

                    @Override
                    public void close() {}
                };
        Retention retention =
                new Retention(
                        () -> Optional.of(full),
                        new RetentionPeriods(Duration.ofDays(90), Duration.ofDays(30)),
                        Instant::now,
                        (kept, deleted) -> {});

        assertThatThrownBy(retention::sweep).hasMessage("the disk is full");
        assertThat(asked).containsExactly(RetainedKind.values());
    }

    @Test
    void keepsNothingForLessThanADay() {
        assertThatThrownBy(() -> new RetentionPeriods(Duration.ofHours(23), Duration.ofDays(1)))
                .hasMessageContaining("`verigate.journal.keep`");
        assertThatThrownBy(() -> new RetentionPeriods(Duration.ofDays(1), Duration.ofHours(23)))
                .hasMessageContaining("`verigate.verifications.keep`");
    }

    private void sweepAfter(Duration length) {
        Answer moved = service.call("PUT", "/sandbox/clock", "{\"advance\":\"" + length + "\"}");
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(service.bean(Retention.class).sweep()).isPresent();
    }

    /// How many rows of today's clock there are, by table.
    private Map<String, Long> rows() {
        return Map.of(
                "idempotent_response", count("idempotent_response"),
                "verification", count("verification"),
                "outbox", count("outbox"),
                "sandbox_message", count("sandbox_message"),
                "journal", count("journal"),
                "journal_mark", count("journal_mark"),
                "counter", count("counter"),
                "block", count("block"));
    }

    private List<String> gone(Map<String, Long> before) {
        Map<String, Long> now = rows();
        List<String> gone = new ArrayList<>();
        before.forEach((table, rows) -> {
            if (now.get(table) == 0) {
                gone.add(table);
            } else {
                assertThat(now.get(table)).as(table).isEqualTo(rows);
            }
        });
        return gone;
    }

    private long old() {
        return count("shadow_difference");
    }

    private long count(String table) {
        return Sql.query(
                        database(),
                        "SELECT COUNT(*) FROM " + table,
                        List.of(),
                        row -> row.getLong(1))
                .getFirst();
    }

    private DataSource database() {
        return service.bean(DataSource.class);
    }

    /// What would have been decided otherwise in the year 2020.
    private void many(int differences) {
        TestDatabase.update(
                database(),
                "INSERT INTO shadow_difference (ruleset, rule, verdict, other_verdict, region, effective, decision, fired)"
                        + " SELECT 'x', '', 'allow', 'block', '', FALSE,"
                        + " CONCAT('d-', LPAD(LOWER(HEX(1577880000000 + seq)), 12, '0'), '00000000000000000000'), ''"
                        + " FROM seq_1_to_"
                        + differences);
    }

    private void ask(String account, String number, String key) {
        service.call(
                Role.SERVICE,
                "POST",
                "/v1/verifications",
                "{\"account\": \"%s\", \"method\": {\"channel\": \"sms\", \"address\": \"%s\"}}"
                        .formatted(account, number),
                Map.of("Idempotency-Key", key));
    }

    private void event(String body) {
        Answer answer = service.call("POST", "/v1/events", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String metric() {
        return service.call("GET", "/prometheus", "").body();
    }
}
