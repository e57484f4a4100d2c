package io.verigate.api.common.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.verigate.api.common.json.Json;
import io.verigate.api.common.security.RequestIds;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/// Replaces the server's error pages, which may repeat the request, by problems.
@Singleton
@Primary
final class ProblemProcessor implements ErrorResponseProcessor<byte[]> {
    @Override
    public MutableHttpResponse<byte[]> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        Problem problem =
                ServerStatusProblems.problem(response.code())
                        .during(RequestIds.of(context.getRequest()));
        return response.body(Json.text(problem).getBytes(StandardCharsets.UTF_8))
                .contentType(Problem.MEDIA_TYPE);
    }
}
