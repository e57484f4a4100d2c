package io.verigate.analysis.simulation;

import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.decision.Symptom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the requests of an account come from.
record Client(String account, Source source, Signals signals) {
    /// A request for a code.
    ///
    /// @param symptom why the last code did not help; null when none is given
    Interaction send(Method method, @Nullable Symptom symptom) {
        return interaction(InteractionKind.SEND_CODE, method, symptom, null);
    }

    /// Any other interaction.
    Interaction interaction(InteractionKind kind, Method method) {
        return interaction(kind, method, null, null);
    }

    /// A report that something happened.
    Interaction report(ReportedEvent event, Instant at) {
        return interaction(
                InteractionKind.REPORT,
                Method.NONE,
                null,
                new EventReport(event, at, Severity.MINOR, "", ""));
    }

    private Interaction interaction(
            InteractionKind kind,
            Method method,
            @Nullable Symptom symptom,
            @Nullable EventReport report) {
        return new Interaction(kind, account, method, source, "en", symptom, signals, report);
    }
}
