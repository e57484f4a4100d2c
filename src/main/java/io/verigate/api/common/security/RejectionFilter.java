package io.verigate.api.common.security;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/// Sends the rejection that `ApiKeyFilter` left. A filter that waits cannot both continue and respond, and throwing
/// would be slower than a decision: a flood of invalid keys must be cheap to reject.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RejectionFilter implements Ordered {
    private static final String ATTRIBUTE = "verigate.refusal";

    static void reject(HttpRequest<?> request, HttpResponse<?> response) {
        request.setAttribute(ATTRIBUTE, response);
    }

    @RequestFilter
    @Nullable HttpResponse<?> rejection(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, HttpResponse.class).orElse(null);
    }

    @Override
    public int getOrder() {
        return ApiKeyFilter.AFTER_REQUEST_IDS + 1;
    }
}
