package io.verigate.sandbox.mariadb;

import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.crypto.Sealer;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.WireEnum;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.ledger.mariadb.Sql;
import io.verigate.sandbox.SandboxInbox;
import io.verigate.sandbox.SandboxMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The messages of the sandbox in MariaDB, sealed like everything that holds an address or a code.
public final class MariaDbSandboxInbox implements SandboxInbox {
    private static final String KEEP =
            "INSERT INTO sandbox_message (message, channel, recipient, address, text, code,"
                    + " sent_at) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final String NEWEST =
            "SELECT s.*, o.verification FROM sandbox_message s JOIN outbox o ON o.id = s.message";

    private final DataSource database;
    private final Sealer sealer;
    private final Fingerprints fingerprints;

    public MariaDbSandboxInbox(DataSource database, Sealer sealer, Fingerprints fingerprints) {
        this.database = database;
        this.sealer = sealer;
        this.fingerprints = fingerprints;
    }

    @Override
    public void keep(OutgoingMessage message, Instant sentAt) {
        String place = place(message.id());
        Sql.update(
                database,
                KEEP,
                List.of(
                        message.id(),
                        message.channel().wireName(),
                        recipient(message.to()),
                        sealer.seal(message.to().text(), place),
                        sealer.seal(message.text(), place),
                        sealer.seal(message.code(), place),
                        sentAt));
    }

    @Override
    public List<SandboxMessage> newest(@Nullable Address to, int most) {
        return to == null
                ? Sql.query(
                        database,
                        NEWEST + " ORDER BY s.id DESC LIMIT ?",
                        List.of(most),
                        this::message)
                : Sql.query(
                        database,
                        NEWEST + " WHERE s.recipient = ? ORDER BY s.id DESC LIMIT ?",
                        List.of(recipient(to), most),
                        this::message);
    }

    @Override
    public Optional<String> newestOf(String verification) {
        return Sql.query(
                        database,
                        NEWEST + " WHERE o.verification = ? ORDER BY s.id DESC LIMIT 1",
                        List.of(verification),
                        rows -> rows.getString("message"))
                .stream()
                .findFirst();
    }

    private byte[] recipient(Address to) {
        return SubjectKey.of(SubjectKind.DESTINATION, to.text(), fingerprints).bytes();
    }

    private SandboxMessage message(ResultSet rows) throws SQLException {
        String id = rows.getString("message");
        String place = place(id);
        Channel channel = WireEnum.parse(Channel.class, rows.getString("channel")).orElseThrow();
        String to = sealer.open(rows.getBytes("address"), place);
        return new SandboxMessage(
                id,
                rows.getString("verification"),
                channel,
                channel.isPhone() ? new PhoneNumber(to) : new EmailAddress(to),
                sealer.open(rows.getBytes("text"), place),
                sealer.open(rows.getBytes("code"), place),
                Sql.time(rows, "sent_at"));
    }

    private static String place(String message) {
        return "sandbox-message:" + message;
    }
}
