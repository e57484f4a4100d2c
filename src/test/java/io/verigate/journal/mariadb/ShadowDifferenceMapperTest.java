package io.verigate.journal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.database.TestDatabase;
import io.verigate.journal.ShadowDifference;
import io.verigate.ledger.mariadb.RecordMapper.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class ShadowDifferenceMapperTest {
    @Test
    void keepsAsManyRulesAsThereIsRoomFor() throws SQLException {
        DataSource database = TestDatabase.fresh("difference_rows");
        List<String> fired = IntStream.range(0, 1_000).mapToObj("LONGEST-%05d"::formatted).toList();
        ShadowDifference difference =
                new ShadowDifference("r", "", "allow", "wait", "GB", false, fired);

        try (Connection connection = database.getConnection()) {
            new ShadowDifferenceMapper()
                    .save(
                            connection,
                            List.of(
                                    new Change<>(
                                            "d-1",
                                            null,
                                            new ShadowDifference.All(List.of(difference)))));
        }

        List<String> kept = new MariaDbShadowDifferences(database).of("d-1").getFirst().fired();
        assertThat(kept).hasSize(571).isEqualTo(fired.subList(0, 571));
    }
}
