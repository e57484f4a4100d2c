package io.verigate.analysis.simulation;

import java.time.Duration;

/// What a policy cost one kind of people or attackers.
public final class PolicyCost {
    private final String kind;
    private final boolean honest;
    private int people;
    private long asked;
    private long sent;
    private long waited;
    private long refused;
    private long verified;
    private long givenUp;
    private long blocks;
    private Duration lost = Duration.ZERO;
    private long micros;

    PolicyCost(String kind, boolean honest) {
        this.kind = kind;
        this.honest = honest;
    }

    /// What it came to.
    ///
    /// @param kind word of the kind
    /// @param honest whether they are people, and not attackers
    /// @param people how many there are
    /// @param asked codes that they asked for
    /// @param sent codes that left
    /// @param waited requests that were told to wait
    /// @param refused requests that were refused or blocked
    /// @param verified codes that were typed in
    /// @param givenUp times that they went away without a code
    /// @param blocks blocks that began over them
    /// @param lostSeconds what they waited for the policy's sake
    /// @param spentMicros price of the codes that left, in millionths
    public record Total(
            String kind,
            boolean honest,
            int people,
            long asked,
            long sent,
            long waited,
            long refused,
            long verified,
            long givenUp,
            long blocks,
            long lostSeconds,
            long spentMicros) {}

    Total total() {
        return new Total(
                kind,
                honest,
                people,
                asked,
                sent,
                waited,
                refused,
                verified,
                givenUp,
                blocks,
                lost.toSeconds(),
                micros);
    }

    void person() {
        people++;
    }

    void asked() {
        asked++;
    }

    void sent(long price) {
        sent++;
        micros += price;
    }

    void waited() {
        waited++;
    }

    void refused() {
        refused++;
    }

    void blocked() {
        blocks++;
    }

    void verified() {
        verified++;
    }

    void givenUp() {
        givenUp++;
    }

    void lost(Duration time) {
        lost = lost.plus(time);
    }
}
