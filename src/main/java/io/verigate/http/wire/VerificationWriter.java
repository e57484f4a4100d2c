package io.verigate.http.wire;

import io.verigate.decision.Decision;
import io.verigate.delivery.Verification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Turns verifications into what callers get. Thread-safe.
public final class VerificationWriter {
    private final DecisionWriter decisions;

    public VerificationWriter(DecisionWriter decisions) {
        this.decisions = decisions;
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
    public static VerificationAnswer state(Verification verification, Instant now) {
        return answer(verification, now, null, null);
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
                verification.resendAt(),
                verification.checksLeft(),
                sender,
                decision);
    }
}
