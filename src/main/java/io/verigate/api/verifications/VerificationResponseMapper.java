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

/// Turns verifications into what callers get. Thread-safe.
@Singleton
public final class VerificationResponseMapper {
    private final DecisionMapper decisions;
    private final PublishedSenders published;

    /// @param published the senders of codes
    public VerificationResponseMapper(DecisionMapper decisions, PublishedSenders published) {
        this.decisions = decisions;
        this.published = published;
    }

    /// A new one, with the decision that allowed it.
    ///
    /// @param language of the decision's texts
    public VerificationResponse made(
            Verification verification, Decision decision, String language) {
        return answer(
                verification,
                verification.createdAt(),
                DecisionMapper.sender(decision.sender()),
                decisions.answer(decision, language));
    }

    /// How far one has come.
    public VerificationResponse state(Verification verification, Instant now) {
        return answer(
                verification,
                now,
                DecisionMapper.sender(published.of(verification.channel())),
                null);
    }

    private static VerificationResponse answer(
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
