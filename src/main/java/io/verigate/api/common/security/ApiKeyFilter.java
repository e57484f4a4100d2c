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

/// Lets a call through when its key grants what the route needs. Fails closed: a route that says nothing is refused,
/// and so is every call while keys cannot be looked up.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class ApiKeyFilter implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFilter.class);
    private static final String SCHEME = "bearer ";
    static final int BEHIND_REQUEST_IDS = 0;

    private final ApiKeyAuthenticator keys;
    private final ExceptionHandler<ProblemException, HttpResponse<?>> problems;
    private final Executor blocking;

    /// @param problems makes the answer of a problem
    /// @param blocking where the database may be asked for keys
    public ApiKeyFilter(
            ApiKeyAuthenticator keys,
            ExceptionHandler<ProblemException, HttpResponse<?>> problems,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.keys = keys;
        this.problems = problems;
        this.blocking = blocking;
    }

    /// Names who calls, or leaves the answer that ends the call for `RejectionFilter`. Who comes with a key that is at hand passes
    /// without a thread of its own.
    @RequestFilter
    public CompletionStage<HttpRequest<?>> admit(HttpRequest<?> request) {
        Optional<RouteInfo<?>> route = RouteAttributes.getRouteInfo(request);
        if (route.isEmpty()) {
            // Nothing is here; that is answered without a key.
            return CompletableFuture.completedStage(request);
        }
        AnnotationMetadata said = route.get().getAnnotationMetadata();
        if (said.hasAnnotation(Anonymous.class) || endpoint(said).equals("health")) {
            return CompletableFuture.completedStage(request);
        }
        Optional<ApiScope> need = need(route.get());
        return need.isPresent() && isAtHand(request, need.get())
                ? CompletableFuture.completedStage(request)
                : CompletableFuture.supplyAsync(() -> look(request, need), blocking);
    }

    /// Looks at memory only.
    private boolean isAtHand(HttpRequest<?> request, ApiScope need) {
        Optional<ApiKey> key =
                bearer(request.getHeaders().getAll("Authorization"))
                        .flatMap(keys::atHand)
                        .filter(held -> grants(held, need));
        key.ifPresent(held -> Caller.set(request, held));
        return key.isPresent();
    }

    private HttpRequest<?> look(HttpRequest<?> request, Optional<ApiScope> need) {
        try {
            admit(request, need);
        } catch (ProblemException e) {
            RejectionFilter.leave(request, problems.handle(request, e));
        }
        return request;
    }

    /// Lets a call through that needs a scope.
    ///
    /// @throws ProblemException when the call ends here
    void admit(HttpRequest<?> request, Optional<ApiScope> need) {
        ApiKey key =
                bearer(request.getHeaders().getAll("Authorization"))
                        .flatMap(keys::open)
                        .orElseThrow(ApiKeyFilter::unauthenticated);
        if (need.isEmpty()) {
            LOG.error("the route of {} says nothing of who may use it: refused", request.getPath());
            throw ProblemException.of(ProblemKind.FORBIDDEN, "nobody may use this");
        }
        if (!grants(key, need.get())) {
            throw ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "this needs the scope `"
                            + need.get().scope()
                            + "`: ask with a key that has it");
        }
        Caller.set(request, key);
    }

    @Override
    public int getOrder() {
        return BEHIND_REQUEST_IDS;
    }

    private static boolean grants(ApiKey key, ApiScope need) {
        return key.scopes().contains(need) && key.role().grants().contains(need);
    }

    private static Optional<ApiScope> need(RouteInfo<?> route) {
        AnnotationMetadata said = route.getAnnotationMetadata();
        return endpoint(said).equals("prometheus")
                ? Optional.of(ApiScope.METRICS_READ)
                : said.enumValue(RequiresScope.class, ApiScope.class);
    }

    private static String endpoint(AnnotationMetadata said) {
        return said.stringValue(Endpoint.class)
                .or(() -> said.stringValue(Endpoint.class, "id"))
                .orElse("");
    }

    /// The token of the one header of the Bearer scheme (RFC 6750 2.1).
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
                "send a key that works as `Authorization: Bearer <key>`");
    }
}
