package io.verigate.activity.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.verigate.activity.Block;
import io.verigate.activity.Block.Release;
import io.verigate.activity.BlockRepository;
import io.verigate.activity.Blocks;
import io.verigate.activity.SubjectKey;
import io.verigate.database.TestDatabase;
import io.verigate.decision.Scope;
import io.verigate.ledger.mariadb.RecordMapper.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Reads the blocks that transactions wrote.
final class JdbcBlockRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123456Z");
    private static final SubjectKey SUBJECT = new SubjectKey(0x0711121314151617L, 1);

    private final ApplicationContext stores = TestDatabase.stores("block_search");
    private final BlockRepository blocks = stores.getBean(BlockRepository.class);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void findsBlocksAsTheyWereWritten() throws SQLException {
        Block forever = block("b-1", Scope.ACCOUNT, "a-1", null, null, null);
        Block long10 =
                block("b-2", Scope.REGION, "a-1", NOW.plus(Duration.ofDays(3_650)), null, SUBJECT);
        Block released =
                block("b-3", Scope.REGION, "a-2", null, new Release(NOW, "Ann", "a mistake"), null);
        save(forever, long10, released);

        assertThat(blocks.find("b-1")).contains(forever);
        assertThat(blocks.find("b-2")).contains(long10);
        assertThat(blocks.find("b-3")).contains(released);
        assertThat(blocks.find("b-4")).isEmpty();
    }

    @Test
    void filtersByWhateverIsGiven() throws SQLException {
        save(
                block("b-1", Scope.ACCOUNT, "a-1", NOW, null, null),
                block("b-2", Scope.REGION, "a-1", null, null, null),
                block("b-3", Scope.REGION, "a-2", NOW.plusSeconds(1), null, null),
                block("b-4", Scope.ACCOUNT, "a-2", null, new Release(NOW, "Ann", "why"), null));

        assertThat(ids(null, null, null, null, 10)).containsExactly("b-4", "b-3", "b-2", "b-1");
        assertThat(ids("a-1", null, null, null, 10)).containsExactly("b-2", "b-1");
        assertThat(ids(null, Scope.REGION, null, null, 10)).containsExactly("b-3", "b-2");
        assertThat(ids(null, null, NOW, null, 10)).containsExactly("b-3", "b-2");
        assertThat(ids("a-2", Scope.REGION, NOW.plusSeconds(1), null, 10)).isEmpty();
        assertThat(ids(null, null, null, "b-4", 2)).containsExactly("b-3", "b-2");
    }

    private List<String> ids(
            @Nullable String account,
            @Nullable Scope scope,
            @Nullable Instant activeAt,
            @Nullable String before,
            int most) {
        return blocks.search(account, scope, activeAt, before, most).stream()
                .map(Block::id)
                .toList();
    }

    private static Block block(
            String id,
            Scope scope,
            String account,
            @Nullable Instant until,
            @Nullable Release release,
            @Nullable SubjectKey source) {
        return new Block(
                id, scope, SUBJECT, account, "reason", "A-1", "", "", NOW, until, source, null,
                release);
    }

    private void save(Block... all) throws SQLException {
        try (Connection connection = stores.getBean(DataSource.class).getConnection()) {
            new BlockMapper(() -> NOW)
                    .save(
                            connection,
                            List.of(new Change<>(SUBJECT, null, new Blocks(List.of(all)))));
        }
    }
}
