package io.verigate.api.common.idempotency;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.verigate.api.common.json.Json;
import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.json.StoredJson;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.ledger.IdempotentTransaction;
import io.verigate.ledger.IdempotentTransaction.IdempotentResult;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.StoredResponse;
import io.verigate.ledger.TransactionView;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs requests that change something at most once for each idempotency key. Thread-safe.
@Singleton
public final class IdempotentExecutor {
    private static final int FIRST_ERROR = 400;

    private final Ledger ledger;
    private final InstantSource clock;
    private final Set<Key<String, StoredResponse>> inFlight = ConcurrentHashMap.newKeySet();

    IdempotentExecutor(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Runs the transaction of a request, or replays its stored response.
    ///
    /// @param toResponse maps the result to a response; must not block
    public <T> CompletableFuture<HttpResponse<?>> execute(
            ApiCall call,
            LedgerTransaction<T> transaction,
            Function<T, PreparedResponse> toResponse) {
        return executeItem(call, "", transaction, toResponse).thenApply(this::toHttp);
    }

    /// Like `execute`, and waits for the response.
    public <T> HttpResponse<?> executeAndWait(
            ApiCall call,
            LedgerTransaction<T> transaction,
            Function<T, PreparedResponse> toResponse) {
        return Ledger.await(execute(call, transaction, toResponse));
    }

    /// Like `execute`, for one of several items of a request.
    ///
    /// @param item identifies the item within the request; empty for the whole request
    public <T> CompletableFuture<PreparedResponse> executeItem(
            ApiCall call,
            String item,
            LedgerTransaction<T> transaction,
            Function<T, PreparedResponse> toResponse) {
        if (call.key().isEmpty()) {
            return ledger.submit(transaction).thenApply(toResponse);
        }
        Key<String, StoredResponse> key = storedKey(call, item);
        if (!inFlight.add(key)) {
            transaction.close();
            throw inFlight();
        }
        return ledger.submit(
                        new IdempotentTransaction<>(
                                transaction,
                                key,
                                call.fingerprint(),
                                result -> stored(call, toResponse.apply(result))))
                .thenApply(settled -> response(settled, toResponse))
                .whenComplete((response, failure) -> inFlight.remove(key));
    }

    /// Runs work outside a ledger transaction, such as publishing rule sets, or replays its stored response. The
    /// response is stored after the work, so the work must be repeatable: the service may stop in between, or another
    /// node may get the same request at that moment.
    public HttpResponse<?> executeOutsideLedger(ApiCall call, Supplier<PreparedResponse> work) {
        if (call.key().isEmpty()) {
            return toHttp(work.get());
        }
        Key<String, StoredResponse> key = storedKey(call, "");
        if (!inFlight.add(key)) {
            throw inFlight();
        }
        try {
            Optional<StoredResponse> earlier = ledger.run(new Find(key));
            PreparedResponse response =
                    earlier.isPresent()
                            ? replay(call, earlier.get())
                            : store(call, key, work.get());
            return toHttp(response);
        } finally {
            inFlight.remove(key);
        }
    }

    private PreparedResponse store(
            ApiCall call, Key<String, StoredResponse> key, PreparedResponse response) {
        IdempotentResult<PreparedResponse> settled =
                ledger.run(
                        new IdempotentTransaction<>(
                                new Constant(response),
                                key,
                                call.fingerprint(),
                                result -> stored(call, result)));
        return response(settled, Function.identity());
    }

    private static Key<String, StoredResponse> storedKey(ApiCall call, String item) {
        return StoredResponse.key(call.caller().id(), call.key().orElseThrow() + item);
    }

    private static ProblemException inFlight() {
        return ProblemException.of(
                ProblemKind.IN_FLIGHT,
                "a request with this idempotency key is still in progress: retry later");
    }

    private static <T> PreparedResponse response(
            IdempotentResult<T> settled, Function<T, PreparedResponse> toResponse) {
        return switch (settled) {
            case IdempotentResult.Executed<T>(var result) -> toResponse.apply(result);
            case IdempotentResult.Replayed<T>(var stored) -> replay(stored);
            case IdempotentResult.KeyReused<T> reused -> throw keyReused();
        };
    }

    private static PreparedResponse replay(ApiCall call, StoredResponse stored) {
        if (!stored.fingerprint().equals(call.fingerprint())) {
            throw keyReused();
        }
        return replay(stored);
    }

    /// `Retry-After` is derived from the stored decision, so it is not stored separately.
    private static PreparedResponse replay(StoredResponse stored) {
        String text = stored.body() instanceof String json ? json : Json.text(stored.body());
        PreparedResponse response =
                new PreparedResponse(
                        stored.status(),
                        text.isEmpty() ? null : new StoredJson(text),
                        stored.location(),
                        null);
        if (stored.status() < FIRST_ERROR) {
            return response;
        }
        String retryAt =
                JsonBody.parse(text.getBytes(StandardCharsets.UTF_8))
                        .at("/decision/next/retryAt")
                        .asText("");
        return retryAt.isEmpty() || retryAt.equals("null")
                ? response
                : response.retryAt(Instant.parse(retryAt));
    }

    private static ProblemException keyReused() {
        return ProblemException.of(
                ProblemKind.IDEMPOTENCY_KEY_REUSED,
                "this idempotency key was used with a different request: use a new key");
    }

    /// A caller that must wait retries the same request, which must then be decided again: 429 is not stored.
    private static Optional<StoredResponse> stored(ApiCall call, PreparedResponse response) {
        return response.status() == HttpStatus.TOO_MANY_REQUESTS.getCode()
                ? Optional.empty()
                : Optional.of(
                        new StoredResponse(
                                call.fingerprint(),
                                response.status(),
                                response.body() == null ? "" : response.body(),
                                response.location()));
    }

    private MutableHttpResponse<?> toHttp(PreparedResponse prepared) {
        MutableHttpResponse<?> response = prepared.http();
        Instant retryAt = prepared.retryAt();
        if (retryAt != null) {
            Duration wait = Duration.between(clock.instant(), retryAt);
            long seconds = Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return response;
    }

    private record Find(Key<String, StoredResponse> key)
            implements LedgerTransaction<Optional<StoredResponse>> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(key);
        }

        @Override
        public Optional<StoredResponse> run(TransactionView view) {
            return view.get(key);
        }
    }

    private record Constant(PreparedResponse response)
            implements LedgerTransaction<PreparedResponse> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of();
        }

        @Override
        public PreparedResponse run(TransactionView view) {
            return response;
        }
    }
}
