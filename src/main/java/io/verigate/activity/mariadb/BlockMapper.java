package io.verigate.activity.mariadb;

import io.verigate.activity.ActivityRecords;
import io.verigate.activity.Block;
import io.verigate.activity.Block.Release;
import io.verigate.activity.Blocks;
import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.Scope;
import io.verigate.decision.WireEnum;
import io.verigate.ledger.mariadb.Lookup;
import io.verigate.ledger.mariadb.RecordMapper;
import io.verigate.ledger.mariadb.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Stores blocks; reads those of a subject that have not ended.
public final class BlockMapper implements RecordMapper<SubjectKey, Blocks> {
    private static final String LOAD =
            "SELECT * FROM block FORCE INDEX (by_subject) WHERE subject IN (%s)"
                    + " AND released_at IS NULL";
    private static final String SAVE =
            "INSERT INTO block (id, scope, subject, account, reason, rule, clause, evidence,"
                    + " since, until, source, device, released_at, released_by, release_reason)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE until = VALUES(until), released_at = VALUES(released_at),"
                    + " released_by = VALUES(released_by), release_reason = VALUES(release_reason)";

    private static final CounterRow POSSIBLY_BLOCKED = CounterRow.NONE.withBlock();

    private final InstantSource clock;

    public BlockMapper(InstantSource clock) {
        this.clock = clock;
    }

    /// The rows of counters say who was ever blocked.
    @Override
    public boolean dependsOnOthers() {
        return true;
    }

    /// A subject whose row says that it was never blocked has no blocks.
    @Override
    public List<SubjectKey> candidates(List<SubjectKey> keys, LoadedRecords loaded) {
        return keys.stream().filter(key -> mayBeBlocked(key, loaded)).toList();
    }

    private static boolean mayBeBlocked(SubjectKey key, LoadedRecords loaded) {
        CounterRow row = loaded.get(ActivityRecords.counterRow(key), POSSIBLY_BLOCKED);
        return row != null && row.blocked();
    }

    @Override
    public List<Lookup<?>> lookups(List<SubjectKey> keys, Map<SubjectKey, Blocks> found) {
        Instant now = clock.instant();
        return List.of(
                new Lookup<>(
                        LOAD,
                        List.of(),
                        keys,
                        (statement, place, key) -> statement.setBytes(place, key.bytes()),
                        rows -> {
                            Block block = block(rows);
                            if (block.isActive(now)) {
                                found.merge(
                                        block.subject(),
                                        new Blocks(List.of(block)),
                                        (old, one) -> old.with(block));
                            }
                        }));
    }

    @Override
    public void save(Connection connection, Collection<Change<SubjectKey, Blocks>> changes)
            throws SQLException {
        List<Block> changed =
                changes.stream().flatMap(change -> change.changed(Blocks::all)).toList();
        Sql.each(connection, SAVE, changed, BlockMapper::fill);
    }

    private static void fill(PreparedStatement statement, Block block) throws SQLException {
        Release release = block.release();
        statement.setString(1, block.id());
        statement.setString(2, block.scope().wireName());
        statement.setBytes(3, block.subject().bytes());
        statement.setString(4, block.account());
        statement.setString(5, block.reason());
        statement.setString(6, block.rule());
        statement.setString(7, block.clause());
        statement.setString(8, block.evidence());
        statement.setObject(9, block.since());
        statement.setObject(10, block.until());
        statement.setBytes(11, bytes(block.source()));
        statement.setBytes(12, bytes(block.device()));
        statement.setObject(13, release == null ? null : release.at());
        statement.setString(14, release == null ? null : release.by());
        statement.setString(15, release == null ? null : release.reason());
    }

    private static Block block(ResultSet rows) throws SQLException {
        Instant releasedAt = Sql.timeOrNull(rows, "released_at");
        Release release =
                releasedAt == null
                        ? null
                        : new Release(
                                releasedAt,
                                rows.getString("released_by"),
                                rows.getString("release_reason"));
        return new Block(
                rows.getString("id"),
                WireEnum.parse(Scope.class, rows.getString("scope")).orElseThrow(),
                SubjectKey.parse(rows.getBytes("subject")),
                rows.getString("account"),
                rows.getString("reason"),
                rows.getString("rule"),
                rows.getString("clause"),
                rows.getString("evidence"),
                Sql.time(rows, "since"),
                Sql.timeOrNull(rows, "until"),
                key(rows.getBytes("source")),
                key(rows.getBytes("device")),
                release);
    }

    private static byte @Nullable [] bytes(@Nullable SubjectKey key) {
        return key == null ? null : key.bytes();
    }

    static @Nullable SubjectKey key(byte @Nullable [] bytes) {
        return bytes == null ? null : SubjectKey.parse(bytes);
    }
}
