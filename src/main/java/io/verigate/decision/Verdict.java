package io.verigate.decision;

import java.time.Duration;

/// The answer of a decision, from the weakest to the strongest; the strongest of all findings wins.
public enum Verdict implements WireEnum {
    /// Accepted.
    ALLOW,
    /// Accepted, but not sent before a given time.
    DELAY,
    /// Refused now; the same request may be repeated at a given time.
    WAIT,
    /// Refused for this method; others may work.
    REFUSE,
    /// Refused for a scope, temporarily or permanently.
    BLOCK;

    /// The maximum delay of a code. Nobody waits a day for a code, and every request of the account has to look for its
    /// delayed codes.
    public static final Duration MAX_DELAY = Duration.ofHours(24);

    /// Whether the interaction may proceed, at once or later.
    public boolean accepts() {
        return this == ALLOW || this == DELAY;
    }
}
