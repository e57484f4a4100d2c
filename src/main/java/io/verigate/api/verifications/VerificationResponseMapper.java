package io.verigate.api.verifications;

import io.verigate.api.decisions.DecisionMapper;
import io.verigate.api.decisions.DecisionResponse;
import io.verigate.assessment.PublishedSenders;
import io.verigate.decision.Decision;
import io.verigate.decision.FactType;
import io.verigate.verification.Verification;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Maps verifications to responses. Thread-safe.
@Singleton
public final class VerificationResponseMapper {
    private final DecisionMapper decisions;
    private final PublishedSenders published;

    /// @param published senders of codes
    public VerificationResponseMapper(DecisionMapper decisions, PublishedSenders published) {
        this.decisions = decisions;
        this.published = published;
    }

    /// Maps a new verification with the decision that allowed it.
    ///
    /// @param language language of the decision's texts
    public VerificationResponse created(
            Verification verification, Decision decision, String language) {
        return toResponse(
                verification,
                verification.createdAt(),
                DecisionMapper.sender(decision.sender()),
                decisions.toResponse(decision, language));
    }

    /// Maps a verification as of a time.
    public VerificationResponse state(Verification verification, Instant now) {
        return toResponse(
                verification,
                now,
                DecisionMapper.sender(published.of(verification.channel())),
                null);
    }

    private static VerificationResponse toResponse(
            Verification verification,
            Instant now,
            DecisionResponse.@Nullable Sender sender,
            @Nullable DecisionResponse decision) {
        String securityInfo = verification.securityInfo();
        return new VerificationResponse(
                verification.id(),
                verification.stateAt(now).wireName(),
                verification.account(),
                verification.purpose().wireName(),
                verification.channel().wireName(),
                verification.address().hint(),
                securityInfo.isEmpty() ? null : securityInfo,
                verification.language(),
                verification.createdAt(),
                verification.deliverAt(),
                verification.expiresAt(),
                verification.resendAt().equals(FactType.FOREVER) ? null : verification.resendAt(),
                verification.checksLeft(),
                sender,
                decision);
    }
}
