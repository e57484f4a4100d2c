package io.verigate.wiring;

import io.micronaut.context.annotation.Context;
import io.verigate.http.gate.Admission;

/// Shows to Prometheus from the start how busy the service is.
@Context
final class AdmissionWatch {
    AdmissionWatch(Meters meters, Admission admission) {
        meters.watch(admission);
    }
}
