package io.verigate.api.common.security;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import java.util.Optional;
import org.slf4j.MDC;

/// What the log lines of a request are named by, on whichever thread it runs. A request is on one thread at a time and
/// inside no other, so a thread has no names before and after: nothing has to be copied.
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
