package io.verigate.api.common.security;

import io.micronaut.http.HttpRequest;
import io.verigate.access.ApiKey;

/// The authenticated caller of a request.
public final class Caller {
    private static final String ATTRIBUTE = "verigate.caller";

    private Caller() {}

    /// Returns the API key of the caller.
    ///
    /// @throws IllegalStateException on an anonymous route
    public static ApiKey of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, ApiKey.class)
                .orElseThrow(
                        () -> new IllegalStateException("an anonymous request has no API key"));
    }

    static void set(HttpRequest<?> request, ApiKey key) {
        request.setAttribute(ATTRIBUTE, key);
    }
}
