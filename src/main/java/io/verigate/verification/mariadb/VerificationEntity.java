package io.verigate.verification.mariadb;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.verigate.crypto.Sealer;
import io.verigate.decision.Channel;
import io.verigate.decision.ClientFamiliarity;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.FactType;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.WireEnum;
import io.verigate.verification.Purpose;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationState;
import java.time.Instant;
import java.util.Objects;

/// A row of the table of verifications; the address is encrypted. `Nullable` is Micronaut's own, which does not
/// recognise that of JSpecify on arrays.
@SuppressWarnings("ArrayRecordComponent") // never compared
@MappedEntity("verification")
record VerificationEntity(
        @Id String id,
        String account,
        String purpose,
        String channel,
        byte[] address,
        String securityInfo,
        String language,
        String decision,
        String state,
        @Nullable byte[] codeHash,
        int checksLeft,
        Instant createdAt,
        Instant deliverAt,
        Instant expiresAt,
        @Nullable Instant resendAt,
        String origin,
        @Nullable Instant receivedAt) {
    Verification verification(Sealer sealer) {
        Channel by = WireEnum.parse(Channel.class, channel).orElseThrow();
        String text = sealer.open(address, VerificationMapper.sealingContext(id));
        return new Verification(
                id,
                account,
                WireEnum.parse(Purpose.class, purpose).orElseThrow(),
                by,
                by.isPhone() ? new PhoneNumber(text) : new EmailAddress(text),
                securityInfo,
                language,
                decision,
                WireEnum.parse(VerificationState.class, state).orElseThrow(),
                codeHash,
                checksLeft,
                createdAt,
                deliverAt,
                expiresAt,
                Objects.requireNonNullElse(resendAt, FactType.FOREVER),
                WireEnum.parse(ClientFamiliarity.class, origin).orElseThrow(),
                receivedAt);
    }
}
