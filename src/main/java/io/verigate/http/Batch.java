package io.verigate.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.http.body.Faults;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.gate.Admission;
import io.verigate.http.gate.TooBusy;
import io.verigate.ledger.Ledger;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Decides on several interactions side by side, so that they share a transaction. Thread-safe.
@Singleton
final class Batch {
    /// Most items of one batch.
    static final int MOST = 100;

    private final InteractionReader reader;
    private final Replies replies;
    private final Admission admission;

    Batch(InteractionReader reader, Replies replies, Admission admission) {
        this.reader = reader;
        this.replies = replies;
        this.admission = admission;
    }

    /// The answers in the order of the items.
    ///
    /// @throws TooBusy when they are more than may be under way now
    Reply run(Call call, JsonNode body, Function<Interaction, Replies.Work<Decision>> work) {
        List<Interaction> interactions = read(body);
        int more = interactions.size() - 1; // the call itself was let in as one
        if (!admission.enter(more)) {
            throw new TooBusy();
        }
        try {
            return decide(call, interactions, work);
        } finally {
            admission.leave(more);
        }
    }

    private Reply decide(
            Call call,
            List<Interaction> interactions,
            Function<Interaction, Replies.Work<Decision>> work) {
        List<CompletableFuture<Reply>> answers = new ArrayList<>();
        for (int item = 0; item < interactions.size(); item++) {
            answers.add(one(call, item, work.apply(interactions.get(item))));
        }
        List<String> texts = answers.stream().map(Ledger::await).map(Reply::body).toList();
        String all = "{\"items\":[" + String.join(",", texts) + "],\"next\":null}";
        return new Reply(200, all, "", null);
    }

    // Each item is kept by itself: a call that broke off in the middle goes on where it was.
    private CompletableFuture<Reply> one(Call call, int item, Replies.Work<Decision> work) {
        return replies.settle(call, "#" + item, work)
                .exceptionallyCompose(e ->
                        e.getCause() instanceof UnknownSecurityInfo
                                ? CompletableFuture.completedFuture(
                                        Reply.of(
                                                ExceptionAnswers.unknown()
                                                        .during(call.requestId())))
                                : CompletableFuture.failedFuture(e));
    }

    private List<Interaction> read(JsonNode body) {
        Faults faults = Faults.ofBody();
        if (!body.isArray()) {
            faults.add("", "wrong-type", "this has to be a list of interactions");
        } else if (body.isEmpty() || body.size() > MOST) {
            faults.add("", "out-of-range", "a batch has from 1 to " + MOST + " interactions");
        }
        faults.check();
        List<Interaction> interactions = new ArrayList<>();
        for (int item = 0; item < body.size(); item++) {
            Fields fields = Fields.of(body.get(item), "/" + item, faults);
            Optional<Interaction> interaction = reader.decision(fields);
            fields.refuseUnknown();
            interaction.ifPresent(interactions::add);
        }
        faults.check();
        return interactions;
    }
}
