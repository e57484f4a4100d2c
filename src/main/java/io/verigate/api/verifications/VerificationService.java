package io.verigate.api.verifications;

import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.RefusalProblems;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.verification.Purpose;
import io.verigate.verification.SendCode.SendCodeResult;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationRepository;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/// Finds verifications and maps the outcome of sending. Thread-safe.
@Singleton
public final class VerificationService {
    private final VerificationRepository verifications;
    private final VerificationResponseMapper mapper;
    private final RefusalProblems refusals;
    private final InstantSource clock;

    VerificationService(
            VerificationRepository verifications,
            VerificationResponseMapper mapper,
            RefusalProblems refusals,
            InstantSource clock) {
        this.clock = clock;
        this.verifications = verifications;
        this.mapper = mapper;
        this.refusals = refusals;
    }

    /// Returns a verification.
    ///
    /// @throws ProblemException if there is none
    Verification find(String id) {
        // Longer ids do not exist and are not looked up.
        return (id.length() > InteractionReader.MAX_ID_LENGTH
                        ? Optional.<Verification>empty()
                        : verifications.find(id))
                .orElseThrow(() -> ProblemException.notFound("unknown verification"));
    }

    /// Returns a verification that carries a code.
    ///
    /// @throws ProblemException if there is none, or it is a notice
    Verification findCode(String id) {
        Verification found = find(id);
        if (found.purpose() == Purpose.NOTICE) {
            throw ProblemException.conflict("this verification is a notice and has no code");
        }
        return found;
    }

    /// Returns the state of a verification.
    ///
    /// @throws ProblemException if there is none
    VerificationResponse state(String id) {
        return mapper.state(find(id), clock.instant());
    }

    /// Maps the outcome of sending.
    PreparedResponse sent(SendCodeResult outcome, ApiCall call, String language) {
        return switch (outcome) {
            case SendCodeResult.Queued(var verification, var decision) ->
                    PreparedResponse.created(
                            mapper.created(verification, decision, language),
                            "/v1/verifications/" + verification.id());
            case SendCodeResult.Refused(var decision) -> refusals.of(decision, call, language);
        };
    }

    /// Reads the code, without the spaces and dashes that people type.
    static String code(JsonFields fields) {
        return fields.text("code", 64).replaceAll("[\\s-]", "");
    }
}
