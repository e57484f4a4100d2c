package io.verigate.ledger.mariadb;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/// Settings that the service stores about itself, by name. Thread-safe.
@MariaDbRepository
public interface SettingRepository extends GenericRepository<SettingEntity, String> {
    /// The value; empty when it was never set.
    Optional<String> findValueByName(String name);

    /// Sets the value.
    ///
    /// @param now the real time, because the clock of the sandbox is itself a setting
    @Query(
            """
            INSERT INTO setting (name, value, changed_at) VALUES (:name, :value, :now)
            ON DUPLICATE KEY UPDATE value = VALUES(value), changed_at = VALUES(changed_at)\
            """)
    void set(String name, String value, Instant now);
}
