package io.verigate.verification;

import io.verigate.crypto.Fingerprints;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.outbox.MessagePreparer;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/// Renders the message of a verification. Thread-safe.
///
/// The code is generated only now, and exists in memory until it is sent; only its hash is stored. A retry generates
/// another one.
@Singleton
public final class CodeMessagePreparer implements MessagePreparer {
    private final Ledger ledger;
    private final Fingerprints fingerprints;
    private final Codes codes;
    private final Wording wording;
    private final InstantSource clock;

    /// @param wording writes the text of a message
    public CodeMessagePreparer(
            Ledger ledger,
            Fingerprints fingerprints,
            Codes codes,
            Wording wording,
            InstantSource clock) {
        this.ledger = ledger;
        this.fingerprints = fingerprints;
        this.codes = codes;
        this.wording = wording;
        this.clock = clock;
    }

    /// Writes the text of a message.
    @FunctionalInterface
    public interface Wording {
        /// The message to send for a verification.
        ///
        /// @param code empty for a notice
        OutgoingMessage of(OutboxMessage message, Verification verification, String code);
    }

    @Override
    public Optional<OutgoingMessage> prepare(OutboxMessage message) {
        return ledger.run(
                        new MessageTransaction<>(
                                message, fingerprints, view -> coded(message, view)))
                .map(coded -> wording.of(message, coded.verification(), coded.code()));
    }

    private record Coded(Verification verification, String code) {}

    private Optional<Coded> coded(OutboxMessage message, TransactionView view) {
        Key<String, AccountVerifications> place = Verification.RECORDS.key(message.account());
        AccountVerifications all = view.get(place).orElse(AccountVerifications.NONE);
        Optional<Verification> known =
                all.find(message.verification())
                        .filter(verification -> verification.stateAt(clock.instant()).isOpen());
        if (known.isEmpty()) {
            view.put(
                    OutboxMessage.RECORDS.key(message.id()),
                    message.in(OutboxMessage.State.CANCELLED, "", "not needed any more"));
            return Optional.empty();
        }
        if (known.get().purpose() == Purpose.NOTICE) {
            return Optional.of(new Coded(known.get(), ""));
        }
        String code = codes.next();
        Verification withCode = known.get().withHash(codes.hash(known.get(), code));
        view.put(place, all.with(withCode));
        return Optional.of(new Coded(withCode, code));
    }
}
