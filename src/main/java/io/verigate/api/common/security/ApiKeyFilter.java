package io.verigate.api.common.security;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.verigate.access.ApiKey;
import io.verigate.access.ApiKeyAuthenticator;
import io.verigate.access.ApiScope;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Admits requests whose API key grants the scope of the route. Fails closed: a route without a declared scope is
/// refused, and so is every request while keys cannot be looked up. Thread-safe.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class ApiKeyFilter implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFilter.class);
    private static final String SCHEME = "bearer ";
    static final int AFTER_REQUEST_IDS = 0;

    private final ApiKeyAuthenticator keys;
    private final ExceptionHandler<ProblemException, HttpResponse<?>> problems;
    private final Executor blocking;

    /// @param problems converts a problem to a response
    /// @param blocking executor for database lookups
    public ApiKeyFilter(
            ApiKeyAuthenticator keys,
            ExceptionHandler<ProblemException, HttpResponse<?>> problems,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.keys = keys;
        this.problems = problems;
        this.blocking = blocking;
    }

    /// Sets the caller, or leaves the response that `RejectionFilter` sends. A cached key is admitted on the calling
    /// thread.
    @RequestFilter
    public CompletionStage<HttpRequest<?>> admit(HttpRequest<?> request) {
        Optional<RouteInfo<?>> route = RouteAttributes.getRouteInfo(request);
        if (route.isEmpty()) {
            // Unknown path: 404 needs no key.
            return CompletableFuture.completedStage(request);
        }
        AnnotationMetadata annotations = route.get().getAnnotationMetadata();
        if (annotations.hasAnnotation(Anonymous.class) || endpoint(annotations).equals("health")) {
            return CompletableFuture.completedStage(request);
        }
        Optional<ApiScope> scope = scope(route.get());
        return scope.isPresent() && isCached(request, scope.get())
                ? CompletableFuture.completedStage(request)
                : CompletableFuture.supplyAsync(() -> authenticate(request, scope), blocking);
    }

    /// Checks cached keys only.
    private boolean isCached(HttpRequest<?> request, ApiScope scope) {
        Optional<ApiKey> key =
                bearer(request.getHeaders().getAll("Authorization"))
                        .flatMap(keys::atHand)
                        .filter(held -> grants(held, scope));
        key.ifPresent(held -> Caller.set(request, held));
        return key.isPresent();
    }

    private HttpRequest<?> authenticate(HttpRequest<?> request, Optional<ApiScope> scope) {
        try {
            admit(request, scope);
        } catch (ProblemException e) {
            RejectionFilter.reject(request, problems.handle(request, e));
        }
        return request;
    }

    /// Admits a request that needs a scope.
    ///
    /// @throws ProblemException if it is rejected
    void admit(HttpRequest<?> request, Optional<ApiScope> scope) {
        ApiKey key =
                bearer(request.getHeaders().getAll("Authorization"))
                        .flatMap(keys::open)
                        .orElseThrow(ApiKeyFilter::unauthenticated);
        if (scope.isEmpty()) {
            LOG.error("route {} declares no scope: refused", request.getPath());
            throw ProblemException.of(ProblemKind.FORBIDDEN, "this route cannot be called");
        }
        if (!grants(key, scope.get())) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "the API key lacks the required scope `" + scope.get().scope() + "`");
        }
        Caller.set(request, key);
    }

    @Override
    public int getOrder() {
        return AFTER_REQUEST_IDS;
    }

    private static boolean grants(ApiKey key, ApiScope scope) {
        return key.scopes().contains(scope) && key.role().grants().contains(scope);
    }

    private static Optional<ApiScope> scope(RouteInfo<?> route) {
        AnnotationMetadata annotations = route.getAnnotationMetadata();
        return endpoint(annotations).equals("prometheus")
                ? Optional.of(ApiScope.METRICS_READ)
                : annotations.enumValue(RequiresScope.class, ApiScope.class);
    }

    private static String endpoint(AnnotationMetadata annotations) {
        return annotations
                .stringValue(Endpoint.class)
                .or(() -> annotations.stringValue(Endpoint.class, "id"))
                .orElse("");
    }

    /// Returns the token of the single Bearer header (RFC 6750 2.1).
    static Optional<String> bearer(List<String> headers) {
        if (headers.size() != 1
                || !headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(headers.getFirst().substring(SCHEME.length()).strip());
    }

    private static ProblemException unauthenticated() {
        return ProblemException.of(
                ProblemKind.UNAUTHENTICATED,
                "a valid API key is required: send it as `Authorization: Bearer <key>`");
    }
}
