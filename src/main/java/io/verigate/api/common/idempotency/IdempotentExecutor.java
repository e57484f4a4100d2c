package io.verigate.api.common.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.decisions.DecisionMapper;
import io.verigate.assessment.DecisionListener;
import io.verigate.decision.Decision;
import io.verigate.ledger.IdempotentTransaction.Settled;
import io.verigate.ledger.IdempotentTransaction;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.StoredResponse;
import io.verigate.ledger.TransactionView;
import io.verigate.verification.SendCode;
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
public final class IdempotentExecutor {
    private static final int WITH_PROBLEM = 400;

    private final Ledger ledger;
    private final InstantSource clock;
    private final DecisionListener listener;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    IdempotentExecutor(Ledger ledger, InstantSource clock, DecisionListener listener) {
        this.ledger = ledger;
        this.clock = clock;
        this.listener = listener;
    }

    /// What a call leads to: how its step is run, and what is made of the end.
    ///
    /// @param run runs the step, wrapped as it is told, and need not wait for its end
    /// @param decision that was made; null when none is told
    /// @param reply to the caller; must not block
    public record Work<T>(
            Function<SendCode.Wrap<T, Settled<T>>, CompletableFuture<Settled<T>>> run,
            Function<T, @Nullable Decision> decision,
            Function<T, PreparedResponse> reply) {

        /// Work whose step is waited for in the thread of the call.
        public static <T> Work<T> waiting(
                Function<SendCode.Wrap<T, Settled<T>>, Settled<T>> run,
                Function<T, @Nullable Decision> decision,
                Function<T, PreparedResponse> reply) {
            return new Work<>(
                    wrap -> CompletableFuture.completedFuture(run.apply(wrap)), decision, reply);
        }
    }

    /// Does the work of a call, or tells again what was answered to it before.
    public <T> HttpResponse<?> once(ApiCall call, Work<T> work) {
        return Ledger.await(later(call, work));
    }

    /// Does work that no step can do, as on rule sets, or tells again what was answered to it before. Its answer is
    /// kept after it, so when the service stops in between, or another node gets the same call at that moment, it is
    /// done again, which the work has to bear.
    public HttpResponse<?> beside(ApiCall call, Supplier<PreparedResponse> work) {
        return once(
                call,
                Work.<PreparedResponse>waiting(
                        wrap ->
                                call.key()
                                        .flatMap(key -> earlier(call, key))
                                        .orElseGet(() -> kept(call, work.get(), wrap)),
                        reply -> null,
                        reply -> reply));
    }

    private Optional<Settled<PreparedResponse>> earlier(ApiCall call, String key) {
        return ledger.run(
                IdempotentTransaction.earlier(call.caller().id(), key, call.fingerprint()));
    }

    private Settled<PreparedResponse> kept(
            ApiCall call,
            PreparedResponse reply,
            SendCode.Wrap<PreparedResponse, Settled<PreparedResponse>> wrap) {
        return call.key().isEmpty()
                ? new Settled.Fresh<>(reply)
                : ledger.run(wrap.around(IdempotentExecutor.<PreparedResponse>ending(reply)));
    }

    private static <T> LedgerTransaction<T> ending(T end) {
        return new LedgerTransaction<>() {
            @Override
            public Set<Key<?, ?>> reads() {
                return Set.of();
            }

            @Override
            public T run(TransactionView view) {
                return end;
            }
        };
    }

    /// The same without waiting for the end of the work.
    public <T> CompletableFuture<HttpResponse<?>> later(ApiCall call, Work<T> work) {
        return settle(call, "", work).thenApply(this::send);
    }

    /// The same for one of several items of a call.
    ///
    /// @param part tells the items of the call apart; empty for a whole call
    public <T> CompletableFuture<PreparedResponse> settle(ApiCall call, String part, Work<T> work) {
        if (call.key().isEmpty()) {
            return work.run()
                    .apply(IdempotentTransaction::unkeyed)
                    .thenApply(settled -> reply(settled, work));
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
                    .apply(transaction ->
                            new IdempotentTransaction<>(
                                    transaction,
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
    public MutableHttpResponse<?> send(PreparedResponse reply) {
        MutableHttpResponse<?> response = reply.http();
        Instant retryAt = reply.retryAt();
        if (retryAt != null) {
            long seconds = Math.max(1, DecisionMapper.seconds(clock.instant(), retryAt));
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return response;
    }

    private <T> PreparedResponse reply(Settled<T> settled, Work<T> work) {
        return switch (settled) {
            case Settled.Fresh<T>(var result) -> {
                hear(work, result);
                yield work.reply().apply(result);
            }
            case Settled.First<T>(var result, var answer) -> {
                hear(work, result);
                yield again(answer);
            }
            case Settled.Replayed<T>(var answer) -> again(answer);
            case Settled.KeyReused<T> other ->
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
    private static Optional<StoredResponse> kept(PreparedResponse reply) {
        return reply.status() == HttpStatus.TOO_MANY_REQUESTS.getCode()
                ? Optional.empty()
                : Optional.of(
                        new StoredResponse("", reply.status(), reply.body(), reply.location()));
    }

    // When to come again stands in the decision, so that it need not be kept beside it.
    private static PreparedResponse again(StoredResponse answer) {
        PreparedResponse reply =
                new PreparedResponse(answer.status(), answer.body(), answer.location(), null);
        if (answer.status() < WITH_PROBLEM) {
            return reply;
        }
        JsonNode retryAt =
                JsonBody.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                        .at("/decision/next/retryAt");
        return retryAt.isTextual() ? reply.retryAt(Instant.parse(retryAt.textValue())) : reply;
    }
}
