package io.verigate.api.common.admission;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;

/// Shows to Prometheus from the start how much is in progress, how much may be, and how much was refused for it.
@Context
@Requires(notEnv = "command")
final class AdmissionMetrics {
    AdmissionMetrics(AdmissionLimiter admission, MeterRegistry registry) {
        Gauge.builder("verigate.admission.under.way", admission, AdmissionLimiter::underWay)
                .description("Decisions and other calls that are being worked on")
                .register(registry);
        Gauge.builder("verigate.admission.most", admission, AdmissionLimiter::most)
                .description("How many may be worked on at the current rate")
                .register(registry);
        FunctionCounter.builder("verigate.admission.refused", admission, AdmissionLimiter::refused)
                .description("Decisions and other calls refused because there was too much to do")
                .register(registry);
    }
}
