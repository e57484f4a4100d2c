package io.verigate.activity;

import io.verigate.decision.Scope;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something is held back, for a time or for good.
///
/// @param id unique, sorted by time
/// @param scope what is held back
/// @param subject whom it holds back
/// @param account the account whose interaction caused it
/// @param reason code of the reason
/// @param rule id of the rule that asked for it
/// @param clause of the terms of service; empty for other reasons
/// @param evidence where the case is documented; empty when not told
/// @param since when it first began; a restart does not move it
/// @param until when it ends; null when it has no end
/// @param source the IP address that caused it; null when not known
/// @param device the device that caused it; null when not known
/// @param release who ended it early, and why; null while it was not
public record Block(
        String id,
        Scope scope,
        SubjectKey subject,
        String account,
        String reason,
        String rule,
        String clause,
        String evidence,
        Instant since,
        @Nullable Instant until,
        @Nullable SubjectKey source,
        @Nullable SubjectKey device,
        @Nullable Release release) {

    /// How a block was ended early.
    ///
    /// @param at when
    /// @param by name of the API key of the analyst
    /// @param reason in the analyst's words
    public record Release(Instant at, String by, String reason) {}

    /// Whether it holds at a time.
    public boolean holds(Instant now) {
        return release == null && (until == null || now.isBefore(until));
    }

    /// Its end; empty when it has none.
    public Optional<Instant> end() {
        return Optional.ofNullable(until);
    }

    /// Whether this source caused it: the same device when both are known, else the same IP address.
    public boolean causedBy(@Nullable SubjectKey ip, @Nullable SubjectKey fromDevice) {
        if (device != null && fromDevice != null) {
            return device.equals(fromDevice);
        }
        return source != null && source.equals(ip);
    }

    /// The same block with another end.
    public Block until(Instant end) {
        return new Block(
                id, scope, subject, account, reason, rule, clause, evidence, since, end, source,
                device, release);
    }

    /// The same block, ended early.
    public Block released(Release how) {
        return new Block(
                id, scope, subject, account, reason, rule, clause, evidence, since, until, source,
                device, how);
    }
}
