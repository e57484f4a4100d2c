package io.verigate.analysis.simulation;

import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.Verdict;
import io.verigate.policy.Prices;
import java.time.Duration;

/// What a policy costs one kind of people or attackers. Used by one thread.
public final class PolicyCost {
    private final String kind;
    private final boolean honest;
    private final Prices prices;
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

    PolicyCost(String kind, boolean honest, Prices prices) {
        this.kind = kind;
        this.honest = honest;
        this.prices = prices;
    }

    /// The sums.
    ///
    /// @param kind word of the kind
    /// @param honest whether they are people, and not attackers
    /// @param people how many there are
    /// @param asked codes that they requested
    /// @param sent codes that were sent
    /// @param waited requests that were told to wait
    /// @param refused requests that were refused or blocked
    /// @param verified codes that were verified
    /// @param givenUp times that they gave up without a code
    /// @param blocks blocks that began by their requests
    /// @param lostSeconds how long the policy made them wait
    /// @param spentMicros price of the codes that were sent, in millionths
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

    /// Adds what was decided about an interaction.
    void charge(Interaction interaction, Decision decision) {
        if (interaction.asksForCode()) {
            asked++;
            switch (decision.verdict()) {
                case ALLOW, DELAY -> {
                    sent++;
                    Long price = prices.micros(decision.facts());
                    micros += price == null ? 0 : price;
                }
                case WAIT -> waited++;
                case REFUSE, BLOCK -> refused++;
            }
        }
        // A block that begins with this decision; one that was active before has an older id.
        if (decision.verdict() == Verdict.BLOCK
                && decision.activeBlock()
                        .filter(block -> begins(block.id(), decision.id()))
                        .isPresent()) {
            blocks++;
        }
    }

    /// Both ids begin with the time: `b-` and `d-`, then twelve digits.
    private static boolean begins(String block, String decision) {
        int digits = 14;
        return block.length() > digits
                && block.substring(2, digits).equals(decision.substring(2, digits));
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
