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

/// Decides a batch of interactions concurrently, so that they share a transaction. Thread-safe.
@Singleton
final class DecisionBatch {
    /// Maximum number of items.
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

    /// Returns the decisions in the order of the items.
    ///
    /// @throws TooBusyException if the batch exceeds the admission limit now
    PreparedResponse run(ApiCall call, JsonNode body) {
        List<Interaction> interactions = read(body);
        int extra = interactions.size() - 1; // the request itself was admitted as one
        if (!admission.enter(extra)) {
            throw new TooBusyException();
        }
        try {
            return decide(call, interactions);
        } finally {
            admission.leave(extra);
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

    // Each item is stored separately, so an interrupted batch resumes where it stopped.
    private CompletableFuture<PreparedResponse> decideItem(
            ApiCall call, int item, Interaction interaction) {
        String language = call.language(interaction.language());
        return executor.executeItem(
                        call,
                        "#" + item,
                        decisions.decide(interaction),
                        decision -> PreparedResponse.ok(mapper.toResponse(decision, language)))
                .exceptionallyCompose(e ->
                        e.getCause() instanceof UnknownSecurityInfo
                                ? CompletableFuture.completedFuture(
                                        PreparedResponse.of(
                                                ExceptionHandlers.unknownSecurityInfoProblem()
                                                        .during(call.requestId())))
                                : CompletableFuture.failedFuture(e));
    }

    private List<Interaction> read(JsonNode body) {
        FieldErrors errors = FieldErrors.ofBody();
        if (!body.isArray()) {
            errors.add("", "wrong-type", "must be an array of interactions");
        } else if (body.isEmpty() || body.size() > MAX) {
            errors.add("", "out-of-range", "a batch must have 1 to " + MAX + " interactions");
        }
        errors.check();
        List<Interaction> interactions = new ArrayList<>();
        for (int item = 0; item < body.size(); item++) {
            JsonFields fields = JsonFields.of(body.get(item), "/" + item, errors);
            Optional<Interaction> interaction = reader.decision(fields);
            fields.rejectUnknown();
            interaction.ifPresent(interactions::add);
        }
        errors.check();
        return interactions;
    }
}
