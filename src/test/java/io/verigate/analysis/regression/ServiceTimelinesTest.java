package io.verigate.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.SettableClock;
import io.verigate.api.TestService;
import io.verigate.assessment.ShippedRules;
import io.verigate.database.TestDatabase;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.sandbox.SandboxClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every timeline of every `policies/*.cases.yaml`, by its name, over HTTP against the running service on MariaDB: what
/// is expected comes out, and every fact of every decision is the one of the run in memory.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServiceTimelinesTest {
    private static final String SCHEMA = "timelines";
    private static final RuleSet RULES = ShippedRules.ruleSet();

    /// What a timeline leaves behind is emptied, but for what lets the service be called at all.
    private static final Set<String> KEPT = Set.of("flyway_schema_history", "setting", "api_key");

    private final SettableClock real = new SettableClock("2026-01-01T00:00:00Z");
    private final SandboxClock clock = new SandboxClock(real, Duration.ZERO, ahead -> {});
    private TestService service;

    @BeforeAll
    void start() {
        service = TestService.on(SCHEMA, clock);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    static Stream<Named<Timeline>> shipped() {
        return Suite.read(RULES.policies(), ShippedRules.files().cases()).timelines().stream()
                .map(timeline -> Named.of(timeline.name(), timeline));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void holds(Timeline timeline) throws SQLException {
        begin(timeline.start());

        List<RecordedAttempt> attempts = new ArrayList<>();
        new TimelineRun(timeline, new ServiceStage(service, RULES.policies()), RULES.policies())
                .run((file, line) -> {}, attempts::add);

        assertThat(attempts).isNotEmpty();
        assertThat(attempts)
                .allSatisfy(attempt ->
                        assertThat(attempt.differences())
                                .as(
                                        "%s:%d %s: %s",
                                        timeline.file(),
                                        attempt.line(),
                                        attempt.label(),
                                        attempt.facts())
                                .isEmpty());
        assertThat(told(attempts))
                .isEqualTo(told(new SuiteRunner(RULES, () -> 0).run(timeline).attempts()));
    }

    private static List<String> told(List<RecordedAttempt> attempts) {
        return attempts.stream()
                .map(one -> one.label() + ": " + one.fired() + ", " + one.facts())
                .toList();
    }

    /// Takes everything out of the service and its clock back to where the timeline begins.
    private void begin(Instant start) throws SQLException {
        service.call("GET", "/sandbox/messages", "");
        service.noteCodes();
        try (Connection connection = TestDatabase.same(SCHEMA).getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                statement.execute("DELETE FROM `" + table + "`");
            }
        }
        Duration ahead = Duration.between(real.instant(), clock.instant());
        real.set(start.minus(ahead));
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SHOW TABLES")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.removeAll(KEPT);
        return tables;
    }
}
