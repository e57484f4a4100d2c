package io.verigate.analysis.simulation;

import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.Verdict;
import io.verigate.policy.Prices;

/// Charges people for what was decided about them.
record CostRecorder(Prices prices) {
    /// Adds what came of an interaction.
    void add(Interaction interaction, Decision decision, PolicyCost cost) {
        if (interaction.asksForCode()) {
            cost.asked();
            switch (decision.verdict()) {
                case ALLOW, DELAY -> {
                    Long price = prices.micros(decision.facts());
                    cost.sent(price == null ? 0 : price);
                }
                case WAIT -> cost.waited();
                case REFUSE, BLOCK -> cost.refused();
            }
        }
        // A block that begins with this decision; one that held before has an older id.
        if (decision.verdict() == Verdict.BLOCK
                && decision.heldBlock()
                        .filter(block -> begins(block.id(), decision.id()))
                        .isPresent()) {
            cost.blocked();
        }
    }

    /// Both ids begin with the time: `b-` and `d-`, then twelve digits.
    private static boolean begins(String block, String decision) {
        int digits = 14;
        return block.length() > digits
                && block.substring(2, digits).equals(decision.substring(2, digits));
    }
}
