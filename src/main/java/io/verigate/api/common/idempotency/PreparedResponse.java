package io.verigate.api.common.idempotency;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.verigate.api.common.json.Json;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A response before it is written: what an idempotency key keeps, and what becomes HTTP.
///
/// @param status of HTTP
/// @param body a value that is written as JSON; null for none
/// @param location of what was created; empty when nothing was
/// @param retryAt when to try again; null when trying again does not depend on time
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

    /// The same with a time to try again.
    public PreparedResponse retryAt(@Nullable Instant at) {
        return new PreparedResponse(status, body, location, at);
    }

    /// As HTTP, without the headers that depend on the present time.
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
