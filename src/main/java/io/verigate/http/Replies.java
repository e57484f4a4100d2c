package io.verigate.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.verigate.assessment.DecisionListener;
import io.verigate.decision.Decision;
import io.verigate.delivery.Dispatch;
import io.verigate.http.body.JsonBody;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.DecisionWriter;
import io.verigate.ledger.Answer;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.Once;
import io.verigate.ledger.Once.Settled;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers calls that change something: once for each idempotency key, however often they come. Thread-safe.
@Singleton
final class Replies {
    private static final int WITH_PROBLEM = 400;

    private final Ledger ledger;
    private final InstantSource clock;
    private final DecisionListener listener;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    Replies(Ledger ledger, InstantSource clock, DecisionListener listener) {
        this.ledger = ledger;
        this.clock = clock;
        this.listener = listener;
    }

    /// What a call leads to: how its step is run, and what is made of the end.
    ///
    /// @param run runs the step, wrapped as it is told, and need not wait for its end
    /// @param decision that was made; null when none is told
    /// @param reply to the caller; must not block
    record Work<T>(
            Function<Dispatch.Wrap<T, Settled<T>>, CompletableFuture<Settled<T>>> run,
            Function<T, @Nullable Decision> decision,
            Function<T, Reply> reply) {

        /// Work whose step is waited for in the thread of the call.
        static <T> Work<T> waiting(
                Function<Dispatch.Wrap<T, Settled<T>>, Settled<T>> run,
                Function<T, @Nullable Decision> decision,
                Function<T, Reply> reply) {
            return new Work<>(
                    wrap -> CompletableFuture.completedFuture(run.apply(wrap)), decision, reply);
        }
    }

    /// Does the work of a call, or tells again what was answered to it before.
    <T> HttpResponse<?> once(Call call, Work<T> work) {
        return Ledger.await(later(call, work));
    }

    /// Does work that no step can do, as on rule sets, or tells again what was answered to it before. Its answer is
    /// kept after it, so when the service stops in between, or another node gets the same call at that moment, it is
    /// done again, which the work has to bear.
    HttpResponse<?> beside(Call call, Supplier<Reply> work) {
        return once(
                call,
                Work.<Reply>waiting(
                        wrap ->
                                call.key()
                                        .flatMap(key -> earlier(call, key))
                                        .orElseGet(() -> kept(call, work.get(), wrap)),
                        reply -> null,
                        reply -> reply));
    }

    private Optional<Settled<Reply>> earlier(Call call, String key) {
        return ledger.run(Once.earlier(call.caller().id(), key, call.fingerprint()));
    }

    private Settled<Reply> kept(Call call, Reply reply, Dispatch.Wrap<Reply, Settled<Reply>> wrap) {
        return call.key().isEmpty()
                ? new Settled.Fresh<>(reply)
                : ledger.run(wrap.around(Replies.<Reply>ending(reply)));
    }

    private static <T> Step<T> ending(T end) {
        return new Step<>() {
            @Override
            public Set<Key<?, ?>> reads() {
                return Set.of();
            }

            @Override
            public T run(Pages pages) {
                return end;
            }
        };
    }

    /// The same without waiting for the end of the work.
    <T> CompletableFuture<HttpResponse<?>> later(Call call, Work<T> work) {
        return settle(call, "", work).thenApply(this::send);
    }

    /// The same for one of several items of a call.
    ///
    /// @param part tells the items of the call apart; empty for a whole call
    <T> CompletableFuture<Reply> settle(Call call, String part, Work<T> work) {
        if (call.key().isEmpty()) {
            return work.run().apply(Once::unkeyed).thenApply(settled -> reply(settled, work));
        }
        String key = call.key().get() + part;
        String place = call.caller().id() + ":" + key;
        if (!inFlight.add(place)) {
            throw ProblemException.of(
                    ProblemKind.IN_FLIGHT,
                    "the call with this idempotency key is not answered yet: wait");
        }
        try {
            return work.run()
                    .apply(step ->
                            new Once<>(
                                    step,
                                    call.caller().id(),
                                    key,
                                    call.fingerprint(),
                                    result -> kept(work.reply().apply(result))))
                    .thenApply(settled -> reply(settled, work))
                    .whenComplete((reply, failure) -> inFlight.remove(place));
        } catch (RuntimeException | Error e) {
            inFlight.remove(place);
            throw e;
        }
    }

    /// Sends an answer.
    MutableHttpResponse<?> send(Reply reply) {
        MutableHttpResponse<?> response = reply.http();
        Instant retryAt = reply.retryAt();
        if (retryAt != null) {
            long seconds = Math.max(1, DecisionWriter.seconds(clock.instant(), retryAt));
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return response;
    }

    private <T> Reply reply(Settled<T> settled, Work<T> work) {
        return switch (settled) {
            case Settled.Fresh<T>(var result) -> {
                hear(work, result);
                yield work.reply().apply(result);
            }
            case Settled.First<T>(var result, var answer) -> {
                hear(work, result);
                yield again(answer);
            }
            case Settled.Again<T>(var answer) -> again(answer);
            case Settled.OtherRequest<T> other ->
                    throw ProblemException.of(
                            ProblemKind.IDEMPOTENCY_KEY_REUSED,
                            "this idempotency key came before with another request: choose a new one");
        };
    }

    private <T> void hear(Work<T> work, T result) {
        Decision decision = work.decision().apply(result);
        if (decision != null) {
            listener.decided(decision);
        }
    }

    /// Who has to wait is told to repeat the same call: that one has to be looked at anew.
    private static Optional<Answer> kept(Reply reply) {
        return reply.status() == HttpStatus.TOO_MANY_REQUESTS.getCode()
                ? Optional.empty()
                : Optional.of(new Answer("", reply.status(), reply.body(), reply.location()));
    }

    // When to come again stands in the decision, so that it need not be kept beside it.
    private static Reply again(Answer answer) {
        Reply reply = new Reply(answer.status(), answer.body(), answer.location(), null);
        if (answer.status() < WITH_PROBLEM) {
            return reply;
        }
        JsonNode retryAt =
                JsonBody.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                        .at("/decision/next/retryAt");
        return retryAt.isTextual() ? reply.retryAt(Instant.parse(retryAt.textValue())) : reply;
    }
}
