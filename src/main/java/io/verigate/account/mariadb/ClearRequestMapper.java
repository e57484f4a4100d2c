package io.verigate.account.mariadb;

import io.verigate.account.ClearRequest;
import io.verigate.account.ClearRequest.Person;
import io.verigate.ledger.mariadb.Lookup;
import io.verigate.ledger.mariadb.RecordMapper;
import io.verigate.ledger.mariadb.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Stores clear requests, one row each.
public final class ClearRequestMapper implements RecordMapper<String, ClearRequest> {
    private static final String LOAD = "SELECT * FROM clear_request WHERE id IN (%s)";
    private static final String SAVE =
            "INSERT INTO clear_request (id, account, reason, requested_by, requested_by_name, requested_at,"
                    + " approved_by, approved_by_name, approved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE approved_by = VALUES(approved_by),"
                    + " approved_by_name = VALUES(approved_by_name), approved_at = VALUES(approved_at)";

    @Override
    public List<Lookup<?>> lookups(List<String> keys, Map<String, ClearRequest> found) {
        return List.of(
                Lookup.of(LOAD, keys, rows -> found.put(rows.getString("id"), request(rows))));
    }

    @Override
    public void save(Connection connection, Collection<Change<String, ClearRequest>> changes)
            throws SQLException {
        Sql.each(
                connection,
                SAVE,
                changes,
                (statement, change) -> {
                    ClearRequest request = change.after();
                    Person approved = request.approved();
                    statement.setString(1, request.id());
                    statement.setString(2, request.account());
                    statement.setString(3, request.reason());
                    statement.setString(4, request.asked().key());
                    statement.setString(5, request.asked().name());
                    statement.setObject(6, request.askedAt());
                    statement.setString(7, approved == null ? null : approved.key());
                    statement.setString(8, approved == null ? null : approved.name());
                    statement.setObject(9, request.approvedAt());
                });
    }

    private static ClearRequest request(ResultSet rows) throws SQLException {
        String approver = rows.getString("approved_by");
        return new ClearRequest(
                rows.getString("id"),
                rows.getString("account"),
                rows.getString("reason"),
                new Person(rows.getString("requested_by"), rows.getString("requested_by_name")),
                Sql.time(rows, "requested_at"),
                approver == null ? null : new Person(approver, rows.getString("approved_by_name")),
                Sql.timeOrNull(rows, "approved_at"));
    }
}
