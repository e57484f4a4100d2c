package io.verigate.api.verifications;

import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.problem.RefusalProblems;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.verification.Purpose;
import io.verigate.verification.SendCode;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationRepository;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/// What the calls about verifications share: finding one, and the response to sending. Thread-safe.
@Singleton
public final class VerificationService {
    private final VerificationRepository verifications;
    private final VerificationResponseMapper writer;
    private final RefusalProblems refusals;
    private final InstantSource clock;

    VerificationService(
            VerificationRepository verifications,
            VerificationResponseMapper writer,
            RefusalProblems refusals,
            InstantSource clock) {
        this.clock = clock;
        this.verifications = verifications;
        this.writer = writer;
        this.refusals = refusals;
    }

    /// The verification of an id.
    ///
    /// @throws ProblemException when there is none
    Verification find(String id) {
        // An id is never longer than that; what is, is not looked up.
        return (id.length() > InteractionReader.MAX_ID_LENGTH
                        ? Optional.<Verification>empty()
                        : verifications.find(id))
                .orElseThrow(() ->
                        ProblemException.of(
                                ProblemKind.NOT_FOUND, "there is no verification with this id"));
    }

    /// The verification of an id, if it carries a code.
    ///
    /// @throws ProblemException when there is none, or it is a notice
    Verification findCode(String id) {
        Verification found = find(id);
        if (found.purpose() == Purpose.NOTICE) {
            throw ProblemException.of(
                    ProblemKind.CONFLICT, "this is a notice: no code belongs to it");
        }
        return found;
    }

    /// How far the verification of an id has come.
    ///
    /// @throws ProblemException when there is none
    VerificationResponse state(String id) {
        return writer.state(find(id), clock.instant());
    }

    /// The answer to what came of sending.
    PreparedResponse sent(SendCode.Outcome outcome, ApiCall call, String language) {
        return switch (outcome) {
            case SendCode.Outcome.Queued(var verification, var decision) ->
                    PreparedResponse.created(
                            writer.made(verification, decision, language),
                            "/v1/verifications/" + verification.id());
            case SendCode.Outcome.Refused(var decision) -> refusals.of(decision, call, language);
        };
    }

    /// The code of a body, with the spaces taken out that people type.
    static String code(JsonFields fields) {
        return fields.text("code", 64).replaceAll("[\\s-]", "");
    }
}
