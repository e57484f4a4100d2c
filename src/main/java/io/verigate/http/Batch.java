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
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        List<Future<Reply>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int item = 0; item < interactions.size(); item++) {
                answers.add(threads.submit(one(call, item, work.apply(interactions.get(item)))));
            }
        }
        List<String> texts = answers.stream().map(Batch::get).map(Reply::body).toList();
        String all = "{\"items\":[" + String.join(",", texts) + "],\"next\":null}";
        return new Reply(200, all, "", null);
    }

    private Callable<Reply> one(Call call, int item, Replies.Work<Decision> work) {
        return () -> {
            try {
                // Each item is kept by itself: a call that broke off in the middle goes on where it
                // was.
                return replies.settle(call, "#" + item, work);
            } catch (UnknownSecurityInfo e) {
                return Reply.of(ExceptionAnswers.unknown().during(call.requestId()));
            }
        };
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

    private static Reply get(Future<Reply> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("a batch was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("an item of a batch failed", e);
        }
    }
}
