package io.verigate.api.common.security;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/// Ends a call with the answer that the gate left for it. The gate may have to wait, and a filter that waits cannot both
/// let a call go on and answer it. It does not throw either, because the server's search for who answers an exception
/// costs more than a decision, and a flood of bad keys has to be cheap.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RejectionFilter implements Ordered {
    private static final String ATTRIBUTE = "verigate.refusal";

    static void leave(HttpRequest<?> request, HttpResponse<?> answer) {
        request.setAttribute(ATTRIBUTE, answer);
    }

    @RequestFilter
    @Nullable HttpResponse<?> answer(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, HttpResponse.class).orElse(null);
    }

    @Override
    public int getOrder() {
        return ApiKeyFilter.BEHIND_REQUEST_IDS + 1;
    }
}
