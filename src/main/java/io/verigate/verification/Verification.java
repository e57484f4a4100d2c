package io.verigate.verification;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.ClientFamiliarity;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.ledger.RecordType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One code for one person and purpose. Immutable; contains only the keyed hash of the code.
///
/// @param id unique, starts with `v-`
/// @param account of the person
/// @param purpose what the code is for
/// @param channel that it is sent by
/// @param address that it is sent to
/// @param securityInfo id of the enrolled method; empty when the address was given
/// @param language BCP 47 tag of the message
/// @param decision id of the decision that allowed it
/// @param state of its life
/// @param codeHash keyed hash of the code; null until the message is about to be sent
/// @param checksLeft remaining checks, from 0 to 5
/// @param createdAt when it was requested
/// @param deliverAt earliest time of sending
/// @param expiresAt when the code expires
/// @param resendAt when another code may be requested; `FOREVER` when the rules would not allow one
/// @param origin familiarity of the requesting client at that time
/// @param receivedAt when it was delivered, by the provider's receipt; null without one
public record Verification(
        String id,
        String account,
        Purpose purpose,
        Channel channel,
        Address address,
        String securityInfo,
        String language,
        String decision,
        VerificationState state,
        byte @Nullable [] codeHash,
        int checksLeft,
        Instant createdAt,
        Instant deliverAt,
        Instant expiresAt,
        Instant resendAt,
        ClientFamiliarity origin,
        @Nullable Instant receivedAt) {
    /// The recent verifications of an account in the ledger, by account.
    public static final RecordType<String, AccountVerifications> RECORDS =
            new RecordType<>("verifications", String.class, AccountVerifications.class, false);

    /// Keyed hash of the code; empty until the message is about to be sent.
    public Optional<byte[]> hash() {
        return Optional.ofNullable(codeHash);
    }

    /// The state at a time: an open verification may have expired.
    public VerificationState stateAt(Instant now) {
        return state.isOpen() && !now.isBefore(expiresAt) ? VerificationState.EXPIRED : state;
    }

    /// The same verification in another state.
    public Verification in(VerificationState next) {
        return changed(next, codeHash, checksLeft, receivedAt);
    }

    /// The same verification, delivered.
    public Verification received(Instant at) {
        return changed(VerificationState.DELIVERED, codeHash, checksLeft, at);
    }

    /// The same verification with a code.
    public Verification withHash(byte[] hash) {
        return changed(state, hash, checksLeft, receivedAt);
    }

    /// The same verification after a wrong code.
    public Verification wrongCode() {
        int checks = Math.max(0, checksLeft - 1);
        return changed(
                checks == 0 ? VerificationState.EXHAUSTED : state, codeHash, checks, receivedAt);
    }

    /// The message that carries its code.
    ///
    /// @param messageId unique, starts with `m-`
    public OutboxMessage message(String messageId) {
        return OutboxMessage.pending(messageId, id, account, deliverAt, expiresAt);
    }

    private Verification changed(
            VerificationState next,
            byte @Nullable [] hash,
            int checks,
            @Nullable Instant received) {
        return new Verification(
                id,
                account,
                purpose,
                channel,
                address,
                securityInfo,
                language,
                decision,
                next,
                hash,
                checks,
                createdAt,
                deliverAt,
                expiresAt,
                resendAt,
                origin,
                received);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Verification that
                && id.equals(that.id)
                && state == that.state
                && checksLeft == that.checksLeft
                && Objects.equals(receivedAt, that.receivedAt)
                && Arrays.equals(codeHash, that.codeHash);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "verification " + id + " (" + state.wireName() + ")";
    }
}
