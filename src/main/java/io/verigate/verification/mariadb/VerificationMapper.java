package io.verigate.verification.mariadb;

import io.verigate.crypto.Sealer;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.ClientFamiliarity;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.FactType;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import io.verigate.ledger.mariadb.Lookup;
import io.verigate.ledger.mariadb.RecordMapper;
import io.verigate.ledger.mariadb.Sql;
import io.verigate.verification.AccountVerifications;
import io.verigate.verification.Purpose;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationState;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Stores verifications; reads the recent and the delayed ones of an account. Addresses are encrypted.
@Singleton
public final class VerificationMapper implements RecordMapper<String, AccountVerifications> {
    private static final Duration RECENT = Duration.ofHours(1);
    private static final Duration RECENT_OR_DELAYED = RECENT.plus(Verdict.MAX_DELAY);
    // An hour from the time of sending; the time of creation uses the index of accounts. The times
    // come before the keys, so that their position does not depend on the number of keys.
    private static final String LOAD =
            "SELECT * FROM verification WHERE created_at > ? AND deliver_at > ? AND account IN (%s)";
    private static final String SAVE =
            "INSERT INTO verification (id, account, purpose, channel, address, security_info,"
                    + " language, decision, state, code_hash, checks_left, created_at, deliver_at, expires_at, resend_at,"
                    + " origin, received_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE state = VALUES(state),"
                    + " code_hash = VALUES(code_hash), checks_left = VALUES(checks_left),"
                    + " received_at = VALUES(received_at)";

    private final Sealer sealer;
    private final InstantSource clock;

    public VerificationMapper(Sealer sealer, InstantSource clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    @Override
    public List<Lookup<?>> lookups(List<String> keys, Map<String, AccountVerifications> found) {
        Instant now = clock.instant();
        return List.of(
                new Lookup<>(
                        LOAD,
                        List.of(now.minus(RECENT_OR_DELAYED), now.minus(RECENT)),
                        keys,
                        PreparedStatement::setString,
                        rows ->
                                found.merge(
                                        rows.getString("account"),
                                        new AccountVerifications(List.of(verification(rows))),
                                        VerificationMapper::oldestFirst)));
    }

    private static AccountVerifications oldestFirst(
            AccountVerifications some, AccountVerifications others) {
        return new AccountVerifications(
                Stream.concat(some.all().stream(), others.all().stream())
                        .sorted(Comparator.comparing(Verification::id))
                        .toList());
    }

    @Override
    public void save(
            Connection connection, Collection<Change<String, AccountVerifications>> changes)
            throws SQLException {
        List<Verification> changed =
                changes.stream()
                        .flatMap(change -> change.changed(AccountVerifications::all))
                        .toList();
        Sql.each(connection, SAVE, changed, this::fill);
    }

    private void fill(PreparedStatement statement, Verification one) throws SQLException {
        statement.setString(1, one.id());
        statement.setString(2, one.account());
        statement.setString(3, one.purpose().wireName());
        statement.setString(4, one.channel().wireName());
        statement.setBytes(5, sealer.seal(one.address().text(), sealingContext(one.id())));
        statement.setString(6, one.securityInfo());
        statement.setString(7, one.language());
        statement.setString(8, one.decision());
        statement.setString(9, one.state().wireName());
        statement.setBytes(10, one.hash().orElse(null));
        statement.setInt(11, one.checksLeft());
        statement.setObject(12, one.createdAt());
        statement.setObject(13, one.deliverAt());
        statement.setObject(14, one.expiresAt());
        statement.setObject(15, one.resendAt().equals(FactType.FOREVER) ? null : one.resendAt());
        statement.setString(16, one.origin().wireName());
        statement.setObject(17, one.receivedAt());
    }

    private Verification verification(ResultSet rows) throws SQLException {
        String id = rows.getString("id");
        Channel channel = WireEnum.parse(Channel.class, rows.getString("channel")).orElseThrow();
        String text = sealer.open(rows.getBytes("address"), sealingContext(id));
        Address address = channel.isPhone() ? new PhoneNumber(text) : new EmailAddress(text);
        return new Verification(
                id,
                rows.getString("account"),
                WireEnum.parse(Purpose.class, rows.getString("purpose")).orElseThrow(),
                channel,
                address,
                rows.getString("security_info"),
                rows.getString("language"),
                rows.getString("decision"),
                WireEnum.parse(VerificationState.class, rows.getString("state")).orElseThrow(),
                rows.getBytes("code_hash"),
                rows.getInt("checks_left"),
                Sql.time(rows, "created_at"),
                Sql.time(rows, "deliver_at"),
                Sql.time(rows, "expires_at"),
                Objects.requireNonNullElse(Sql.timeOrNull(rows, "resend_at"), FactType.FOREVER),
                WireEnum.parse(ClientFamiliarity.class, rows.getString("origin")).orElseThrow(),
                Sql.timeOrNull(rows, "received_at"));
    }

    static String sealingContext(String id) {
        return "verification:" + id;
    }
}
