package io.verigate.http;

import io.verigate.delivery.Dispatch;
import io.verigate.delivery.OutboxBell;
import io.verigate.delivery.Purpose;
import io.verigate.delivery.Verification;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.VerificationWriter;
import jakarta.inject.Singleton;
import java.util.Optional;

/// What the calls about verifications have in common: finding one, and answering what came of sending. Thread-safe.
@Singleton
final class VerificationDesk {
    private final Dispatch dispatch;
    private final VerificationWriter writer;
    private final Refusals refusals;
    private final OutboxBell bell;

    VerificationDesk(
            Dispatch dispatch, VerificationWriter writer, Refusals refusals, OutboxBell bell) {
        this.dispatch = dispatch;
        this.writer = writer;
        this.refusals = refusals;
        this.bell = bell;
    }

    /// The verification of an id.
    ///
    /// @throws ProblemException when there is none
    Verification find(String id) {
        // An id is never longer than that; what is, is not looked up.
        return (id.length() > InteractionReader.LONGEST_ID
                        ? Optional.<Verification>empty()
                        : dispatch.find(id))
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

    /// The answer to what came of sending.
    Reply sent(Dispatch.Outcome outcome, Call call, String language) {
        return switch (outcome) {
            case Dispatch.Outcome.Queued(var verification, var decision) ->
                    Reply.created(
                            writer.made(verification, decision, language),
                            "/v1/verifications/" + verification.id());
            case Dispatch.Outcome.Refused(var decision) -> refusals.of(decision, call, language);
        };
    }

    /// Lets what was queued leave at once.
    void ring() {
        bell.ring();
    }

    /// The code of a body, with the spaces taken out that people type.
    static String code(Fields fields) {
        return fields.text("code", 64).replaceAll("[\\s-]", "");
    }
}
