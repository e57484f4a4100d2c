package io.verigate.analysis.simulation;

import io.verigate.decision.WireEnum;
import java.time.Duration;

/// What attackers do. None of them ever types a code in.
public enum AttackKind implements WireEnum {
    /// One number after the other, from a handful of addresses: messages that somebody earns from.
    SEQUENTIAL_NUMBERS(Duration.ofSeconds(20)),
    /// Any numbers of one expensive range, from an address that changes with every request.
    ONE_PREFIX(Duration.ofSeconds(30)),
    /// A new account for every request, all from one network.
    MANY_ACCOUNTS(Duration.ofSeconds(45)),
    /// A few numbers far apart, each asked for three times an hour, from ever new addresses: below every limit.
    SLOW_AND_LOW(Duration.ofMinutes(1)),
    /// Codes for somebody else's account and number, until its owner is shut out.
    LOCKOUT(Duration.ofMinutes(3));

    private final Duration pause;

    AttackKind(Duration pause) {
        this.pause = pause;
    }

    /// The same, so that command lines accept and list it.
    @Override
    public String toString() {
        return wireName();
    }

    /// Between two requests, on average.
    Duration pause() {
        return pause;
    }
}
