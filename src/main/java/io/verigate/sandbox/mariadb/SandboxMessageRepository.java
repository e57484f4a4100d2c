package io.verigate.sandbox.mariadb;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
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
import io.verigate.ledger.mariadb.MariaDbRepository;
import io.verigate.sandbox.SandboxInbox;
import io.verigate.sandbox.SandboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The messages of the sandbox in MariaDB, sealed like everything that holds an address or a code.
@MariaDbRepository
abstract class SandboxMessageRepository
        implements SandboxInbox, GenericRepository<SandboxMessageEntity, Long> {
    private static final String SELECT =
            "SELECT s.message, o.verification, s.channel, s.address, s.text, s.code, s.sent_at"
                    + " FROM sandbox_message s JOIN outbox o ON o.id = s.message ";

    private final Sealer sealer;
    private final Fingerprints fingerprints;

    SandboxMessageRepository(Sealer sealer, Fingerprints fingerprints) {
        this.sealer = sealer;
        this.fingerprints = fingerprints;
    }

    /// A message with the verification that it was sent for.
    @Introspected
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            String message,
            String verification,
            String channel,
            byte[] address,
            byte[] text,
            byte[] code,
            Instant sentAt) {}

    abstract void save(SandboxMessageEntity message);

    @Query(SELECT + "ORDER BY s.id DESC LIMIT :most")
    abstract List<Row> findNewest(int most);

    @Query(SELECT + "WHERE s.recipient = :recipient ORDER BY s.id DESC LIMIT :most")
    abstract List<Row> findNewestTo(byte[] recipient, int most);

    @Override
    @Query(
            """
            SELECT s.message FROM sandbox_message s JOIN outbox o ON o.id = s.message
            WHERE o.verification = :verification ORDER BY s.id DESC LIMIT 1\
            """)
    public abstract Optional<String> newestOf(String verification);

    @Override
    public void keep(OutgoingMessage message, Instant sentAt) {
        String place = place(message.id());
        save(
                new SandboxMessageEntity(
                        null,
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
        return (to == null ? findNewest(most) : findNewestTo(recipient(to), most))
                .stream().map(this::message).toList();
    }

    private byte[] recipient(Address to) {
        return SubjectKey.of(SubjectKind.DESTINATION, to.text(), fingerprints).bytes();
    }

    private SandboxMessage message(Row row) {
        String place = place(row.message());
        Channel channel = WireEnum.parse(Channel.class, row.channel()).orElseThrow();
        String to = sealer.open(row.address(), place);
        return new SandboxMessage(
                row.message(),
                row.verification(),
                channel,
                channel.isPhone() ? new PhoneNumber(to) : new EmailAddress(to),
                sealer.open(row.text(), place),
                sealer.open(row.code(), place),
                row.sentAt());
    }

    private static String place(String message) {
        return "sandbox-message:" + message;
    }
}
