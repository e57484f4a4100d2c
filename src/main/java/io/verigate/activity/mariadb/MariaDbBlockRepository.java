package io.verigate.activity.mariadb;

import io.verigate.activity.Block;
import io.verigate.activity.BlockRepository;
import io.verigate.decision.Scope;
import io.verigate.ledger.mariadb.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Blocks for people, from MariaDB.
public final class MariaDbBlockRepository implements BlockRepository {
    private final DataSource database;

    public MariaDbBlockRepository(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Block> find(String id) {
        return query("SELECT * FROM block WHERE id = ?", List.of(id)).stream().findFirst();
    }

    @Override
    public List<Block> search(
            @Nullable String account,
            @Nullable Scope scope,
            @Nullable Instant holdingAt,
            @Nullable String before,
            int most) {
        StringBuilder sql = new StringBuilder("SELECT * FROM block WHERE TRUE");
        List<Object> values = new ArrayList<>();
        if (account != null) {
            sql.append(" AND account = ?");
            values.add(account);
        }
        if (scope != null) {
            sql.append(" AND scope = ?");
            values.add(scope.wireName());
        }
        if (holdingAt != null) {
            sql.append(" AND released_at IS NULL AND (until IS NULL OR until > ?)");
            values.add(holdingAt);
        }
        if (before != null) {
            sql.append(" AND id < ?");
            values.add(before);
        }
        values.add(most);
        return query(sql.append(" ORDER BY id DESC LIMIT ?").toString(), values);
    }

    private List<Block> query(String sql, List<Object> values) {
        return Sql.query(database, sql, values, BlockMapper::block);
    }
}
