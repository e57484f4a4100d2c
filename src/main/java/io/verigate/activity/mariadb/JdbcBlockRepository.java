package io.verigate.activity.mariadb;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import io.verigate.activity.Block;
import io.verigate.activity.BlockRepository;
import io.verigate.decision.Scope;
import io.verigate.ledger.mariadb.MariaDbRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads blocks from MariaDB.
@MariaDbRepository
interface JdbcBlockRepository extends BlockRepository, GenericRepository<BlockEntity, String> {
    Optional<BlockEntity> findById(String id);

    /// MariaDB plans a statement with its values, so a filter that is null costs nothing.
    @Query(
            """
            SELECT * FROM block WHERE (:account IS NULL OR account = :account) AND (:scope IS NULL OR scope = :scope)
              AND (:activeAt IS NULL OR released_at IS NULL AND (until IS NULL OR until > :activeAt))
              AND (:before IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :most\
            """)
    List<BlockEntity> findNewest(
            @Nullable String account,
            @Nullable String scope,
            @Nullable Instant activeAt,
            @Nullable String before,
            int most);

    @Override
    default Optional<Block> find(String id) {
        return findById(id).map(BlockEntity::block);
    }

    @Override
    default List<Block> search(
            @Nullable String account,
            @Nullable Scope scope,
            @Nullable Instant activeAt,
            @Nullable String before,
            int most) {
        String word = scope == null ? null : scope.wireName();
        return findNewest(account, word, activeAt, before, most).stream()
                .map(BlockEntity::block)
                .toList();
    }
}
