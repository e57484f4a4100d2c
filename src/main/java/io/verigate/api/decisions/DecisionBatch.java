package io.verigate.api.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.api.common.admission.AdmissionLimiter;
import io.verigate.api.common.admission.TooBusyException;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.FieldErrors;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.problem.ExceptionHandlers;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.ledger.Ledger;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Decides on several interactions side by side, so that they share a transaction. Thread-safe.
@Singleton
final class DecisionBatch {
    /// Most items of one batch.
    static final int MAX = 100;

    private final InteractionReader reader;
    private final IdempotentExecutor replies;
    private final AdmissionLimiter admission;

    DecisionBatch(
            InteractionReader reader, IdempotentExecutor replies, AdmissionLimiter admission) {
        this.reader = reader;
        this.replies = replies;
        this.admission = admission;
    }

    /// The answers in the order of the items.
    ///
    /// @throws TooBusy when they are more than may be under way now
    PreparedResponse run(
            ApiCall call,
            JsonNode body,
            Function<Interaction, IdempotentExecutor.Work<Decision>> work) {
        List<Interaction> interactions = read(body);
        int more = interactions.size() - 1; // the call itself was let in as one
        if (!admission.enter(more)) {
            throw new TooBusyException();
        }
        try {
            return decide(call, interactions, work);
        } finally {
            admission.leave(more);
        }
    }

    private PreparedResponse decide(
            ApiCall call,
            List<Interaction> interactions,
            Function<Interaction, IdempotentExecutor.Work<Decision>> work) {
        List<CompletableFuture<PreparedResponse>> answers = new ArrayList<>();
        for (int item = 0; item < interactions.size(); item++) {
            answers.add(one(call, item, work.apply(interactions.get(item))));
        }
        List<String> texts =
                answers.stream().map(Ledger::await).map(PreparedResponse::body).toList();
        String all = "{\"items\":[" + String.join(",", texts) + "],\"next\":null}";
        return new PreparedResponse(200, all, "", null);
    }

    // Each item is kept by itself: a call that broke off in the middle goes on where it was.
    private CompletableFuture<PreparedResponse> one(
            ApiCall call, int item, IdempotentExecutor.Work<Decision> work) {
        return replies.settle(call, "#" + item, work)
                .exceptionallyCompose(e ->
                        e.getCause() instanceof UnknownSecurityInfo
                                ? CompletableFuture.completedFuture(
                                        PreparedResponse.of(
                                                ExceptionHandlers.unknown()
                                                        .during(call.requestId())))
                                : CompletableFuture.failedFuture(e));
    }

    private List<Interaction> read(JsonNode body) {
        FieldErrors faults = FieldErrors.ofBody();
        if (!body.isArray()) {
            faults.add("", "wrong-type", "this has to be a list of interactions");
        } else if (body.isEmpty() || body.size() > MAX) {
            faults.add("", "out-of-range", "a batch has from 1 to " + MAX + " interactions");
        }
        faults.check();
        List<Interaction> interactions = new ArrayList<>();
        for (int item = 0; item < body.size(); item++) {
            JsonFields fields = JsonFields.of(body.get(item), "/" + item, faults);
            Optional<Interaction> interaction = reader.decision(fields);
            fields.refuseUnknown();
            interaction.ifPresent(interactions::add);
        }
        faults.check();
        return interactions;
    }
}
