package io.verigate.http.wire;

import io.verigate.assessment.Published;
import io.verigate.decision.Decision;
import io.verigate.decision.FactType;
import io.verigate.delivery.Verification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Turns verifications into what callers get. Thread-safe.
public final class VerificationWriter {
    private final DecisionWriter decisions;
    private final Published published;

    /// @param published the senders of codes
    public VerificationWriter(DecisionWriter decisions, Published published) {
        this.decisions = decisions;
        this.published = published;
    }

    /// A new one, with the decision that allowed it.
    ///
    /// @param language of the decision's texts
    public VerificationAnswer made(Verification verification, Decision decision, String language) {
        return answer(
                verification,
                verification.createdAt(),
                DecisionWriter.sender(decision.sender()),
                decisions.answer(decision, language));
    }

    /// How far one has come.
    public VerificationAnswer state(Verification verification, Instant now) {
        return answer(
                verification,
                now,
                DecisionWriter.sender(published.of(verification.channel())),
                null);
    }

    private static VerificationAnswer answer(
            Verification verification,
            Instant now,
            DecisionAnswer.@Nullable Sender sender,
            @Nullable DecisionAnswer decision) {
        String securityInfo = verification.securityInfo();
        return new VerificationAnswer(
                verification.id(),
                verification.stateAt(now).word(),
                verification.account(),
                verification.purpose().word(),
                verification.channel().word(),
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
