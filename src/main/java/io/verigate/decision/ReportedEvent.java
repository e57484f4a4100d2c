package io.verigate.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a caller may report, and what is counted for it.
public enum ReportedEvent implements WireEnum {
    /// The person signed in.
    SIGN_IN_SUCCEEDED(ActivityEvent.SIGN_IN_SUCCEEDED),
    /// A sign-in failed.
    SIGN_IN_FAILED(ActivityEvent.SIGN_IN_FAILED),
    /// The terms of service were violated; counted by its severity.
    TERMS_VIOLATION(ActivityEvent.MINOR_VIOLATION),
    /// The person got a code that they did not ask for.
    UNREQUESTED_CODE(ActivityEvent.UNREQUESTED_CODE),
    /// The SIM card behind the number changed.
    SIM_CHANGED(ActivityEvent.SIM_CHANGED),
    /// A code did not arrive; told by the receipts of providers.
    CODE_UNDELIVERED(ActivityEvent.CODE_UNDELIVERED),
    /// The account was marked as suspicious elsewhere.
    ACCOUNT_FLAGGED(null),
    /// The mark was lifted.
    ACCOUNT_CLEARED(null);

    private final String word = WireEnum.of(this);
    private final @Nullable ActivityEvent counted;

    ReportedEvent(@Nullable ActivityEvent counted) {
        this.counted = counted;
    }

    @Override
    public String wireName() {
        return word;
    }

    /// What is counted; empty when the report changes the account's standing only.
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
