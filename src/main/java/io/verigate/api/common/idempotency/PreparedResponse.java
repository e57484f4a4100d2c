package io.verigate.api.common.idempotency;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.verigate.api.common.json.Json;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.RequestIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A response before it is serialised: what an idempotency key stores, and what is sent.
///
/// @param status HTTP status
/// @param body value to write as JSON; null for none
/// @param location URI of what was created; empty for none
/// @param retryAt when to retry; null if a retry does not depend on time
public record PreparedResponse(
        int status, @Nullable Object body, String location, @Nullable Instant retryAt) {
    private static final int ERRORS = 400;

    public static PreparedResponse ok(Object body) {
        return new PreparedResponse(HttpStatus.OK.getCode(), body, "", null);
    }

    public static PreparedResponse created(Object body, String location) {
        return new PreparedResponse(HttpStatus.CREATED.getCode(), body, location, null);
    }

    public static PreparedResponse noContent() {
        return new PreparedResponse(HttpStatus.NO_CONTENT.getCode(), null, "", null);
    }

    public static PreparedResponse of(Problem problem) {
        return new PreparedResponse(problem.status(), problem, "", null);
    }

    /// Returns 200 with a body as an HTTP response.
    public static MutableHttpResponse<?> okHttp(Object body) {
        return ok(body).http();
    }

    /// Converts a problem to the HTTP response of a request.
    public static MutableHttpResponse<?> http(Problem problem, HttpRequest<?> request) {
        return of(problem.during(RequestIds.of(request))).http();
    }

    /// Returns a copy with a retry time.
    public PreparedResponse retryAt(@Nullable Instant at) {
        return new PreparedResponse(status, body, location, at);
    }

    /// Converts it to an HTTP response, without time-dependent headers.
    public MutableHttpResponse<?> http() {
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(status));
        if (body != null) {
            response.body(Json.text(body).getBytes(StandardCharsets.UTF_8));
            response.contentType(status < ERRORS ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE);
        }
        if (!location.isEmpty()) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (status == ProblemKind.UNAUTHENTICATED.status()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"verigate\"");
        }
        return response;
    }
}
