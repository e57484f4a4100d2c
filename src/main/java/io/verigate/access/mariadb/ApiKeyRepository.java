package io.verigate.access.mariadb;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import io.verigate.access.ApiKey;
import io.verigate.access.ApiKeys;
import io.verigate.ledger.mariadb.MariaDbRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// API keys in MariaDB.
@MariaDbRepository
interface ApiKeyRepository extends ApiKeys, GenericRepository<ApiKeyEntity, String> {
    List<ApiKeyEntity> findByRevokedAtIsNull();

    List<ApiKeyEntity> listOrderById();

    void save(ApiKeyEntity key);

    @Query("UPDATE api_key SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
    int updateRevokedAt(String id, Instant now);

    @Override
    default Map<String, ApiKey> unrevoked() {
        return findByRevokedAtIsNull().stream()
                .collect(Collectors.toUnmodifiableMap(ApiKeyEntity::sha256, ApiKeyEntity::key));
    }

    @Override
    default List<ApiKey> all() {
        return listOrderById().stream().map(ApiKeyEntity::key).toList();
    }

    @Override
    default void add(ApiKey key, String sha256) {
        save(ApiKeyEntity.of(key, sha256));
    }

    @Override
    default boolean revoke(String id, Instant now) {
        return updateRevokedAt(id, now) == 1;
    }
}
