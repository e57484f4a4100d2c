package io.verigate.rules.runtime;

import java.time.Duration;

/// What a rule can add to a decision: at most one verdict, and any number of advice codes and marks.
///
/// Scopes are `method`, `source`, `account` and `region`.
public interface Findings {
    /// Accepts the request, but sends the code only after `length`.
    void delay(Duration length);

    /// Refuses the request for now; it can be repeated after `length`.
    void wait(Duration length);

    /// Refuses the request until `length` after an event that happened `since` ago.
    void waitSince(Duration length, Duration since);

    /// Refuses this method; others may work.
    void refuse();

    /// Starts a block.
    void block(String scope, Duration length);

    /// Starts a permanent block.
    void blockForever(String scope);

    /// Restarts the active block for `length` from now, at most `longest` from its first start.
    void restart(String scope, Duration length, Duration longest);

    /// Keeps the active block as it is.
    void hold(String scope);

    /// Refuses the request for as long as the account's standing requires it; starts no block.
    void lock(String scope);

    /// Records an event for the `account`, `destination`, `source`, `device`, `network`, `number-range` or `region`, to be
    /// read later by counters and gaps.
    void mark(String subject, String event);

    /// Adds advice by its code.
    void advise(String code);

    /// Sends the person to another flow by its code.
    void route(String code);

    /// Starts the verification prompt; the request is allowed.
    void prompt();
}
