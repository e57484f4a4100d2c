package io.verigate.access.mariadb;

import io.verigate.access.ApiKey;
import io.verigate.access.ApiKeys;
import io.verigate.access.ApiScope;
import io.verigate.access.Role;
import io.verigate.decision.WireEnum;
import io.verigate.ledger.mariadb.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// API keys in MariaDB: only their hashes.
public final class MariaDbApiKeys implements ApiKeys {
    private static final String ADD =
            "INSERT INTO api_key (id, name, role, scopes, sha256, created_at, expires_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;

    public MariaDbApiKeys(DataSource database) {
        this.database = database;
    }

    @Override
    public Map<String, ApiKey> unrevoked() {
        return Sql.query(
                        database,
                        "SELECT * FROM api_key WHERE revoked_at IS NULL",
                        List.of(),
                        rows -> Map.entry(rows.getString("sha256"), key(rows)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<ApiKey> all() {
        return Sql.query(
                database, "SELECT * FROM api_key ORDER BY id", List.of(), MariaDbApiKeys::key);
    }

    @Override
    public void add(ApiKey key, String sha256) {
        String scopes =
                key.scopes().stream()
                        .map(ApiScope::scope)
                        .sorted()
                        .collect(Collectors.joining(" "));
        Sql.update(
                database,
                ADD,
                Arrays.asList(
                        key.id(),
                        key.name(),
                        key.role().wireName(),
                        scopes,
                        sha256,
                        key.createdAt(),
                        key.expiresAt()));
    }

    @Override
    public boolean revoke(String id, Instant now) {
        return Sql.update(
                        database,
                        "UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
                        List.of(now, id))
                == 1;
    }

    private static ApiKey key(ResultSet rows) throws SQLException {
        Set<String> scopes = Set.of(rows.getString("scopes").split(" "));
        Role role = WireEnum.parse(Role.class, rows.getString("role")).orElseThrow();
        return new ApiKey(
                rows.getString("id"),
                rows.getString("name"),
                role,
                // What a role does not grant any more, its older keys lose, too.
                role.grants().stream()
                        .filter(access -> scopes.contains(access.scope()))
                        .collect(Collectors.toSet()),
                Sql.time(rows, "created_at"),
                Sql.timeOrNull(rows, "expires_at"),
                Sql.timeOrNull(rows, "revoked_at"));
    }
}
