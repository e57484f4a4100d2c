package io.verigate.api.common.security;

import io.micronaut.http.HttpRequest;
import io.verigate.access.ApiKey;

/// Who calls: the key that the gate let in.
public final class Caller {
    private static final String ATTRIBUTE = "verigate.caller";

    private Caller() {}

    /// The key of the caller.
    ///
    /// @throws IllegalStateException on a route that needs none
    public static ApiKey of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, ApiKey.class)
                .orElseThrow(() -> new IllegalStateException("an anonymous call has no key"));
    }

    static void set(HttpRequest<?> request, ApiKey key) {
        request.setAttribute(ATTRIBUTE, key);
    }
}
