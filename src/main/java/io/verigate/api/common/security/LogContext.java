package io.verigate.api.common.security;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import java.util.Optional;
import org.slf4j.MDC;

/// Logging context of a request, propagated to whichever thread it runs on. A thread runs one request at a time and has
/// no context before or after, so nothing needs to be saved.
record LogContext(String requestId, Optional<String> traceId)
        implements ThreadPropagatedContextElement<Boolean> {
    private static final String REQUEST = "requestId";
    private static final String TRACE = "traceId";

    @Override
    public Boolean updateThreadContext() {
        boolean already = requestId.equals(MDC.get(REQUEST));
        if (!already) {
            MDC.put(REQUEST, requestId);
            traceId.ifPresent(trace -> MDC.put(TRACE, trace));
        }
        return already;
    }

    @Override
    public void restoreThreadContext(Boolean already) {
        if (!already) {
            MDC.remove(REQUEST);
            traceId.ifPresent(trace -> MDC.remove(TRACE));
        }
    }
}
