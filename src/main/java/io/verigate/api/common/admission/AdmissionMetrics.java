package io.verigate.api.common.admission;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;

/// Metrics of the admission limiter.
@Context
@Requires(notEnv = "command")
final class AdmissionMetrics {
    AdmissionMetrics(AdmissionLimiter admission, MeterRegistry registry) {
        Gauge.builder("verigate.admission.under.way", admission, AdmissionLimiter::inProgress)
                .description("Decisions and other requests in progress")
                .register(registry);
        Gauge.builder("verigate.admission.most", admission, AdmissionLimiter::limit)
                .description("Maximum number in progress at the current rate")
                .register(registry);
        FunctionCounter.builder("verigate.admission.refused", admission, AdmissionLimiter::rejected)
                .description("Decisions and other requests rejected because of overload")
                .register(registry);
    }
}
