package io.verigate.retention;

import io.verigate.decision.WireEnum;

/// Data that is kept for a limited time, in the order of deletion.
public enum RetainedKind implements WireEnum {
    /// Index of decisions by rule and reason; before the decisions, so that no search finds incomplete ones.
    MARKS,
    /// Differences of shadow rules and candidates.
    DIFFERENCES,
    /// Decisions, a day of UTC at a time.
    DECISIONS,
    /// Stored responses of calls with an `Idempotency-Key`.
    ANSWERS,
    /// Verifications with their encrypted addresses.
    VERIFICATIONS,
    /// Messages in the outbox.
    MESSAGES,
    /// Messages in the sandbox inbox.
    SANDBOX_MESSAGES,
    /// Counters without an event in any window.
    COUNTERS,
    /// Expired blocks; counters keep how often a subject was blocked.
    BLOCKS
}
