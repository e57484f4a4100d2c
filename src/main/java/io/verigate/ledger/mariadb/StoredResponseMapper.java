package io.verigate.ledger.mariadb;

import io.verigate.ledger.StoredResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Stores responses to calls with an `Idempotency-Key`. A row is inserted once and never changed.
public final class StoredResponseMapper implements RecordMapper<String, StoredResponse> {
    private static final String LOAD =
            "SELECT * FROM idempotent_response WHERE idempotency_key IN (%s)";
    private static final String ADD =
            "INSERT INTO idempotent_response (idempotency_key, fingerprint, status, body, location, created_at) VALUES (?, ?, ?, ?, ?, ?)";

    private final InstantSource clock;
    private final Function<Object, String> json;

    /// @param json writes the body of a response
    public StoredResponseMapper(InstantSource clock, Function<Object, String> json) {
        this.clock = clock;
        this.json = json;
    }

    @Override
    public List<Lookup<?>> lookups(List<String> keys, Map<String, StoredResponse> found) {
        return List.of(
                Lookup.of(
                        LOAD,
                        keys,
                        rows ->
                                found.put(
                                        rows.getString("idempotency_key"),
                                        new StoredResponse(
                                                rows.getString("fingerprint"),
                                                rows.getInt("status"),
                                                rows.getString("body"),
                                                rows.getString("location")))));
    }

    @Override
    public void save(Connection connection, Collection<Change<String, StoredResponse>> changes)
            throws SQLException {
        Sql.each(
                connection,
                ADD,
                changes,
                (statement, change) -> {
                    statement.setString(1, change.key());
                    statement.setString(2, change.after().fingerprint());
                    statement.setInt(3, change.after().status());
                    statement.setString(4, json.apply(change.after().body()));
                    statement.setString(5, change.after().location());
                    statement.setObject(6, clock.instant());
                });
    }
}
