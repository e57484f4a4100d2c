package io.verigate.journal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.verigate.database.TestDatabase;
import io.verigate.decision.Ids;
import io.verigate.journal.ShadowDifference;
import io.verigate.journal.ShadowDifferences;
import io.verigate.journal.ShadowDifferences.Count;
import io.verigate.ledger.mariadb.RecordMapper.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What transactions write of differences, and people read.
final class JdbcShadowDifferencesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final ApplicationContext stores = TestDatabase.stores("differences");
    private final ShadowDifferences differences = stores.getBean(ShadowDifferences.class);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void keepsAsManyRulesAsThereIsRoomFor() throws SQLException {
        List<String> fired = IntStream.range(0, 1_000).mapToObj("LONGEST-%05d"::formatted).toList();
        save("d-1", new ShadowDifference("r", "", "allow", "wait", "GB", false, fired));

        List<String> kept = differences.of("d-1").getFirst().fired();
        assertThat(kept).hasSize(571).isEqualTo(fired.subList(0, 571));
    }

    @Test
    void countsThoseOfAPeriod() throws SQLException {
        ShadowDifference often =
                new ShadowDifference("r", "A-1", "allow", "wait", "GB", true, List.of());
        ShadowDifference once =
                new ShadowDifference("r", "", "wait", "failed", "", false, List.of("A-1", "B-2"));
        save(id(-1), often);
        save(id(0), often, once);
        save(id(1), often);
        save(id(2), often);

        assertThat(differences.of(id(0))).containsExactly(once, often);
        assertThat(differences.of("d-none")).isEmpty();
        assertThat(differences.counts(NOON, NOON.plusSeconds(2)))
                .containsExactly(
                        new Count(often, 2),
                        new Count(
                                new ShadowDifference(
                                        "r", "", "wait", "failed", "", false, List.of()),
                                1));
        assertThat(differences.decisions(NOON, NOON.plusSeconds(2))).isZero();
    }

    private static String id(int second) {
        return Ids.first("d-", NOON.plusSeconds(second)) + "0001";
    }

    private void save(String decision, ShadowDifference... all) throws SQLException {
        try (Connection connection = stores.getBean(DataSource.class).getConnection()) {
            new ShadowDifferenceMapper()
                    .save(
                            connection,
                            List.of(
                                    new Change<>(
                                            decision,
                                            null,
                                            new ShadowDifference.All(List.of(all)))));
        }
    }
}
