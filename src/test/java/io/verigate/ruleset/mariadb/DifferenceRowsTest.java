package io.verigate.ruleset.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.database.TestDatabase;
import io.verigate.ledger.mariadb.Rows.Change;
import io.verigate.ruleset.Difference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class DifferenceRowsTest {
    @Test
    void keepsAsManyRulesAsThereIsRoomFor() throws SQLException {
        DataSource database = TestDatabase.fresh("difference_rows");
        List<String> fired = IntStream.range(0, 1_000).mapToObj("LONGEST-%05d"::formatted).toList();
        Difference difference = new Difference("r", "", "allow", "wait", "GB", false, fired);

        try (Connection connection = database.getConnection()) {
            new DifferenceRows()
                    .save(
                            connection,
                            List.of(
                                    new Change<>(
                                            "d-1", null, new Difference.All(List.of(difference)))));
        }

        List<String> kept = new MariaDbDifferences(database).of("d-1").getFirst().fired();
        assertThat(kept).hasSize(571).isEqualTo(fired.subList(0, 571));
    }
}
