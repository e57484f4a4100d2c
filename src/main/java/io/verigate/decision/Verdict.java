package io.verigate.decision;

import java.time.Duration;

/// The answer of a decision, from the weakest to the strongest; the strongest of all findings wins.
public enum Verdict implements WireEnum {
    /// Go ahead.
    ALLOW,
    /// Accepted, but delivered not before a time.
    DELAY,
    /// Refused now; the same request may be repeated at a time.
    WAIT,
    /// This method cannot serve; others may.
    REFUSE,
    /// Refused for a scope, for a time or for good.
    BLOCK;

    /// How long a code may be put off. A day is more than anybody waits for one, and what is put off has to be looked for
    /// with every request of its account.
    public static final Duration MAX_DELAY = Duration.ofHours(24);

    private final String word = WireEnum.of(this);

    @Override
    public String wireName() {
        return word;
    }

    /// Whether the interaction may go on, at once or later.
    public boolean accepts() {
        return this == ALLOW || this == DELAY;
    }
}
