package io.verigate.retention;

import io.verigate.decision.WireEnum;

/// What is kept for a while only.
public enum RetainedKind implements WireEnum {
    /// By which rules and reasons a decision is found; before the decisions, so that no search finds half of one.
    MARKS,
    /// What would have been decided otherwise.
    DIFFERENCES,
    /// Decisions, a day of UTC at a time.
    DECISIONS,
    /// Answers to calls with an `Idempotency-Key`.
    ANSWERS,
    /// Verifications, whose addresses are sealed.
    VERIFICATIONS,
    /// Messages in the outbox.
    MESSAGES,
    /// What the sandbox would have sent.
    SANDBOX_MESSAGES,
    /// Counters of subjects that did nothing for longer than any window.
    COUNTERS,
    /// Blocks that have ended; how often somebody was blocked stands in the counters.
    BLOCKS;

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }
}
