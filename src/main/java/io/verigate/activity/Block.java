package io.verigate.activity;

import io.verigate.decision.Scope;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A temporary or permanent block of one subject.
///
/// @param id unique, sorted by time
/// @param scope of the block
/// @param subject that is blocked
/// @param account the account whose interaction caused it
/// @param reason code of the reason
/// @param rule id of the rule that ordered it
/// @param clause of the terms of service; empty for other reasons
/// @param evidence where the case is documented; empty when not given
/// @param since when it first started; a restart does not change it
/// @param until when it ends; null when permanent
/// @param source the IP address that caused it; null when unknown
/// @param device the device that caused it; null when unknown
/// @param release who ended it early, and why; null when nobody did
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

    /// The early end of a block.
    ///
    /// @param at when
    /// @param by name of the API key of the analyst
    /// @param reason in the analyst's words
    public record Release(Instant at, String by, String reason) {}

    /// Whether it is active at a time.
    public boolean isActive(Instant at) {
        return release == null && (until == null || at.isBefore(until));
    }

    /// Its end; empty when permanent.
    public Optional<Instant> end() {
        return Optional.ofNullable(until);
    }

    /// Whether this client caused it: the same device when both are known, else the same IP address.
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
