package io.verigate.app;

import io.micronaut.context.annotation.Context;
import io.verigate.api.common.admission.AdmissionLimiter;

/// Shows to Prometheus from the start how busy the service is.
@Context
final class AdmissionMetrics {
    AdmissionMetrics(Meters meters, AdmissionLimiter admission) {
        meters.watch(admission);
    }
}
