package io.verigate.api.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.api.common.admission.AdmissionLimiter;
import io.verigate.api.common.admission.TooBusyException;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.FieldErrors;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.problem.ExceptionHandlers;
import io.verigate.assessment.DecisionService;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.Interaction;
import io.verigate.ledger.Ledger;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Decides on several interactions side by side, so that they share a transaction. Thread-safe.
@Singleton
final class DecisionBatch {
    /// Most items of one batch.
    static final int MAX = 100;

    private final DecisionService decisions;
    private final InteractionReader reader;
    private final DecisionMapper mapper;
    private final IdempotentExecutor executor;
    private final AdmissionLimiter admission;

    DecisionBatch(
            DecisionService decisions,
            InteractionReader reader,
            DecisionMapper mapper,
            IdempotentExecutor executor,
            AdmissionLimiter admission) {
        this.decisions = decisions;
        this.reader = reader;
        this.mapper = mapper;
        this.executor = executor;
        this.admission = admission;
    }

    /// The answers in the order of the items.
    ///
    /// @throws TooBusy when they are more than may be under way now
    PreparedResponse run(ApiCall call, JsonNode body) {
        List<Interaction> interactions = read(body);
        int more = interactions.size() - 1; // the call itself was let in as one
        if (!admission.enter(more)) {
            throw new TooBusyException();
        }
        try {
            return decide(call, interactions);
        } finally {
            admission.leave(more);
        }
    }

    private PreparedResponse decide(ApiCall call, List<Interaction> interactions) {
        List<CompletableFuture<PreparedResponse>> responses = new ArrayList<>();
        for (int item = 0; item < interactions.size(); item++) {
            responses.add(decideItem(call, item, interactions.get(item)));
        }
        List<Object> bodies = new ArrayList<>();
        responses.forEach(
                response -> bodies.add(Objects.requireNonNull(Ledger.await(response).body())));
        return PreparedResponse.ok(ListPage.whole(bodies));
    }

    // Each item is kept by itself: a call that broke off in the middle goes on where it was.
    private CompletableFuture<PreparedResponse> decideItem(
            ApiCall call, int item, Interaction interaction) {
        String language = call.language(interaction.language());
        return executor.executeItem(
                        call,
                        "#" + item,
                        decisions.decide(interaction),
                        decision -> PreparedResponse.ok(mapper.answer(decision, language)))
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
