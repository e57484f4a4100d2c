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

/// One code on its way to one person, for one purpose. Immutable; holds no code, only its keyed hash.
///
/// @param id unique, starts with `v-`
/// @param account whose
/// @param purpose what the code is for
/// @param channel how it travels
/// @param address where it goes
/// @param securityInfo id of the enrolled method; empty when the address was named
/// @param language BCP 47 tag of the message
/// @param decision id of the decision that allowed it
/// @param state how far it has come
/// @param codeHash keyed hash of the code; null until the message is about to be sent
/// @param checksLeft how many wrong codes may still be typed in, from 0 to 5
/// @param createdAt when it was asked for
/// @param deliverAt not sent before
/// @param expiresAt the code is worth nothing from here on
/// @param resendAt another code may be asked for from here on; `FOREVER` when the rules would not let one through
/// @param origin from where it was asked for, as the account knew it then
/// @param receivedAt when it arrived, as the operator tells; null when it does not
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
    /// Where the recent verifications of an account stand in the ledger.
    public static final RecordType<String, AccountVerifications> RECORDS =
            new RecordType<>("verifications", String.class, AccountVerifications.class, false);

    /// Keyed hash of the code; empty until the message is about to be sent.
    public Optional<byte[]> hash() {
        return Optional.ofNullable(codeHash);
    }

    /// The state at a time: an open verification expires by itself.
    public VerificationState stateAt(Instant now) {
        return state.isOpen() && !now.isBefore(expiresAt) ? VerificationState.EXPIRED : state;
    }

    /// The same verification in another state.
    public Verification in(VerificationState next) {
        return changed(next, codeHash, checksLeft, receivedAt);
    }

    /// The same verification, arrived.
    public Verification received(Instant at) {
        return changed(VerificationState.DELIVERED, codeHash, checksLeft, at);
    }

    /// The same verification with a code.
    public Verification withHash(byte[] hash) {
        return changed(state, hash, checksLeft, receivedAt);
    }

    /// The same verification after a wrong code.
    public Verification wrongCode() {
        int left = Math.max(0, checksLeft - 1);
        return changed(left == 0 ? VerificationState.EXHAUSTED : state, codeHash, left, receivedAt);
    }

    /// The message that carries its code.
    ///
    /// @param messageId unique, starts with `m-`
    public OutboxMessage message(String messageId) {
        return OutboxMessage.pending(messageId, id, account, deliverAt, expiresAt);
    }

    private Verification changed(
            VerificationState next, byte @Nullable [] hash, int left, @Nullable Instant received) {
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
                left,
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
