package io.verigate.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An event that a caller may report, and the event that is counted for it.
public enum ReportedEvent implements WireEnum {
    /// The person signed in.
    SIGN_IN_SUCCEEDED(ActivityEvent.SIGN_IN_SUCCEEDED),
    /// A sign-in failed.
    SIGN_IN_FAILED(ActivityEvent.SIGN_IN_FAILED),
    /// The terms of service were violated; counted by its severity.
    TERMS_VIOLATION(ActivityEvent.MINOR_VIOLATION),
    /// The person received a code that they had not requested.
    UNREQUESTED_CODE(ActivityEvent.UNREQUESTED_CODE),
    /// The SIM card behind the number changed.
    SIM_CHANGED(ActivityEvent.SIM_CHANGED),
    /// A code was not delivered, by a receipt of the provider.
    CODE_UNDELIVERED(ActivityEvent.CODE_UNDELIVERED),
    /// Another system flagged the account as suspicious.
    ACCOUNT_FLAGGED(null),
    /// The flag was removed.
    ACCOUNT_CLEARED(null);

    private final @Nullable ActivityEvent counted;

    ReportedEvent(@Nullable ActivityEvent counted) {
        this.counted = counted;
    }

    /// The event to count; empty when the report only changes the standing of the account.
    public Optional<ActivityEvent> counted(Severity severity) {
        if (this != TERMS_VIOLATION) {
            return Optional.ofNullable(counted);
        }
        return Optional.of(
                switch (severity) {
                    case MINOR -> ActivityEvent.MINOR_VIOLATION;
                    case MAJOR -> ActivityEvent.MAJOR_VIOLATION;
                    case SEVERE -> ActivityEvent.SEVERE_VIOLATION;
                });
    }
}
