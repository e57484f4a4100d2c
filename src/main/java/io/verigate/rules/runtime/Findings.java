package io.verigate.rules.runtime;

import java.time.Duration;

/// What a rule may say. A rule gives at most one verdict, and any number of advice.
///
/// Scopes are `method`, `source`, `account` and `region`.
public interface Findings {
    /// Accepted, but delivered only after this time.
    void delay(Duration length);

    /// Refused now; may be repeated after this time.
    void wait(Duration length);

    /// Refused until so long after what happened `since` ago.
    void waitSince(Duration length, Duration since);

    /// This method cannot serve.
    void refuse();

    /// A block begins.
    void block(String scope, Duration length);

    /// A block without an end begins.
    void blockForever(String scope);

    /// The block that holds begins anew, for `length` from now, at most `longest` from its first day.
    void restart(String scope, Duration length, Duration longest);

    /// The block that holds stays as it is.
    void hold(String scope);

    /// Refused for as long as the standing of the account says so; no block is placed.
    void lock(String scope);

    /// Remembers something of somebody: of the `account`, `destination`, `source`, `device`, `network`, `number-range` or
    /// `region`.
    void mark(String subject, String event);

    /// Adds advice, by its code.
    void advise(String code);

    /// Sends the person somewhere, by a code.
    void route(String code);

    /// Asks the person, who is let through, to verify security info from now on.
    void prompt();
}
