package io.verigate.account.mariadb;

import io.verigate.account.Account;
import io.verigate.account.InfoChange;
import io.verigate.account.Pattern;
import io.verigate.account.PromptClock;
import io.verigate.account.SecurityInfo;
import io.verigate.crypto.Sealer;
import io.verigate.decision.AccountKind;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.InfoState;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Standing;
import io.verigate.decision.WireEnum;
import io.verigate.ledger.mariadb.Lookup;
import io.verigate.ledger.mariadb.RecordMapper;
import io.verigate.ledger.mariadb.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Stores accounts with their security info; addresses are encrypted.
@Singleton
public final class AccountMapper implements RecordMapper<String, Account> {
    private static final String LOAD = "SELECT * FROM account WHERE id IN (%s)";
    private static final String LOAD_INFO = "SELECT * FROM security_info WHERE account IN (%s)";
    private static final String SAVE =
            "INSERT INTO account (id, kind, language, standing, first_seen, usage_pattern, prompted_at,"
                    + " skipped_at, verified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE kind = VALUES(kind), language = VALUES(language),"
                    + " standing = VALUES(standing), usage_pattern = VALUES(usage_pattern), prompted_at = VALUES(prompted_at),"
                    + " skipped_at = VALUES(skipped_at), verified_at = VALUES(verified_at)";
    private static final String SAVE_INFO =
            "INSERT INTO security_info (id, account, channel, address, state, language,"
                    + " added_at, confirmed_at, removed_at, held_until, hold_paused_at, last_change)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE state = VALUES(state), confirmed_at = VALUES(confirmed_at),"
                    + " removed_at = VALUES(removed_at), held_until = VALUES(held_until), hold_paused_at = VALUES(hold_paused_at),"
                    + " last_change = VALUES(last_change)";

    private final Sealer sealer;

    public AccountMapper(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public List<Lookup<?>> lookups(List<String> keys, Map<String, Account> found) {
        return List.of(
                Lookup.of(LOAD, keys, rows -> found.put(rows.getString("id"), account(rows))),
                // Also for accounts that do not exist: response times must not reveal which do.
                Lookup.of(
                        LOAD_INFO,
                        keys,
                        rows -> {
                            SecurityInfo info = info(rows);
                            found.computeIfPresent(
                                    rows.getString("account"),
                                    (id, account) -> with(account, info));
                        }));
    }

    @Override
    public void save(Connection connection, Collection<Change<String, Account>> changes)
            throws SQLException {
        Sql.each(connection, SAVE, changes, (statement, change) -> fill(statement, change.after()));
        List<InfoRow> changed =
                changes.stream()
                        .flatMap(change ->
                                change.changed(Account::securityInfo)
                                        .map(info -> new InfoRow(change.key(), info)))
                        .toList();
        Sql.each(connection, SAVE_INFO, changed, this::fill);
    }

    private record InfoRow(String account, SecurityInfo info) {}

    private static void fill(PreparedStatement statement, Account account) throws SQLException {
        statement.setString(1, account.id());
        statement.setString(2, account.kind().wireName());
        statement.setString(3, account.language());
        statement.setString(4, account.standing().wireName());
        statement.setObject(5, account.firstSeen());
        statement.setString(6, PatternJson.write(account.pattern()));
        statement.setObject(7, account.prompt().noticedAt());
        statement.setObject(8, account.prompt().skippedAt());
        statement.setObject(9, account.prompt().verifiedAt());
    }

    private void fill(PreparedStatement statement, InfoRow owned) throws SQLException {
        SecurityInfo info = owned.info();
        Address address = info.address();
        statement.setString(1, info.id());
        statement.setString(2, owned.account());
        statement.setString(3, info.channel().wireName());
        statement.setBytes(
                4, address == null ? null : sealer.seal(address.text(), sealingContext(info.id())));
        statement.setString(5, info.state().wireName());
        statement.setString(6, info.language());
        statement.setObject(7, info.addedAt());
        statement.setObject(8, info.confirmedAt());
        statement.setObject(9, info.removedAt());
        statement.setObject(10, info.heldUntil());
        statement.setObject(11, info.pausedAt());
        statement.setString(12, info.last().wireName());
    }

    private static Account account(ResultSet rows) throws SQLException {
        Pattern pattern = PatternJson.read(rows.getString("usage_pattern"));
        return new Account(
                rows.getString("id"),
                WireEnum.parse(AccountKind.class, rows.getString("kind")).orElseThrow(),
                rows.getString("language"),
                WireEnum.parse(Standing.class, rows.getString("standing")).orElseThrow(),
                Sql.time(rows, "first_seen"),
                List.of(),
                pattern,
                new PromptClock(
                        Sql.timeOrNull(rows, "prompted_at"),
                        Sql.timeOrNull(rows, "skipped_at"),
                        Sql.timeOrNull(rows, "verified_at")));
    }

    private SecurityInfo info(ResultSet rows) throws SQLException {
        String id = rows.getString("id");
        Channel channel = WireEnum.parse(Channel.class, rows.getString("channel")).orElseThrow();
        return new SecurityInfo(
                id,
                channel,
                address(channel, rows.getBytes("address"), sealingContext(id)),
                WireEnum.parse(InfoState.class, rows.getString("state")).orElseThrow(),
                rows.getString("language"),
                Sql.time(rows, "added_at"),
                Sql.timeOrNull(rows, "confirmed_at"),
                Sql.timeOrNull(rows, "removed_at"),
                Sql.timeOrNull(rows, "held_until"),
                Sql.timeOrNull(rows, "hold_paused_at"),
                WireEnum.parse(InfoChange.class, rows.getString("last_change")).orElseThrow());
    }

    private @Nullable Address address(Channel channel, byte @Nullable [] sealed, String context) {
        if (sealed == null) {
            return null;
        }
        String text = sealer.open(sealed, context);
        return channel.isPhone() ? new PhoneNumber(text) : new EmailAddress(text);
    }

    private static Account with(Account account, SecurityInfo info) {
        List<SecurityInfo> oldestFirst =
                Stream.concat(account.securityInfo().stream(), Stream.of(info))
                        .sorted(Comparator.comparing(SecurityInfo::id))
                        .toList();
        return new Account(
                account.id(),
                account.kind(),
                account.language(),
                account.standing(),
                account.firstSeen(),
                oldestFirst,
                account.pattern(),
                account.prompt());
    }

    private static String sealingContext(String info) {
        return "security-info:" + info;
    }
}
