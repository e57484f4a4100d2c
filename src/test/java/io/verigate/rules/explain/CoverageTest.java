package io.verigate.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.verigate.assessment.ShippedRules;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.KnownFact;
import io.verigate.policy.Literal;
import io.verigate.rules.explain.Coverage.OfRule;
import io.verigate.rules.explain.Coverage.OfTest;
import io.verigate.rules.explain.Explanation.Answer;
import io.verigate.rules.explain.Explanation.Fate;
import io.verigate.rules.explain.Explanation.Near;
import io.verigate.rules.explain.Explanation.Spoken;
import io.verigate.rules.runtime.CaseRunner;
import io.verigate.rules.runtime.RecordedFacts;
import io.verigate.rules.runtime.RuleSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What facts try of the rules, and how they are explained.
final class CoverageTest {
    private static final RuleSet RULES = ShippedRules.ruleSet();
    private static final String SENDING = "interaction=send-code asksForCode=true channel=email ";

    @Test
    void aTestIsTriedOnlyWhereItDecidesAlone() {
        OfRule rule =
                ofRule(
                        "HV-001",
                        facts(SENDING + "requestsToDestination10m=6"),
                        facts(SENDING + "requestsToDestination10m=5"),
                        // Two things are missing, so that none of them decides.
                        facts("interaction=sign-in requestsToDestination10m=5"));

        assertThat(rule.fired()).isEqualTo(1);
        assertThat(rule.nearMisses()).isEqualTo(1);
        assertThat(rule.tests())
                .extracting(OfTest::whenTrue, OfTest::whenFalse)
                .containsExactly(tuple(1, 0), tuple(1, 0), tuple(1, 0), tuple(1, 1));
        assertThat(rule.tests())
                .extracting(OfTest::tried)
                .containsExactly(false, false, false, true);
    }

    @Test
    void ofTwoAlternativesThatHoldNeitherDecides() {
        OfRule rule =
                ofRule(
                        "HV-006",
                        facts(
                                SENDING
                                        + "blocksOfSource90d=5 requestsFromSource1h=21 accountsFromSource1h=6"));

        assertThat(rule.fired()).isEqualTo(1);
        assertThat(rule.tests()).extracting(OfTest::whenTrue).containsExactly(1, 1, 1, 0, 0, 1);
    }

    @Test
    void nothingTriesNothing() {
        Coverage none = Coverage.of(RULES, List.of());

        assertThat(none.percentOfRules()).isZero();
        assertThat(none.percentOfTests()).isZero();
        assertThat(none.rules()).hasSameSizeAs(RULES.rules());
    }

    @Test
    void explainsWhatWonWhatLostAndWhatNearlyFired() {
        Explanation explanation =
                Explanation.of(
                        RULES,
                        facts(
                                SENDING
                                        + "requestsToDestination1h=11 requestsToDestination10m=6 symptom=in-junk"
                                        + " requestsFromSource1h=20"));

        assertThat(explanation.spoken())
                .extracting(spoken -> spoken.rule().id(), Spoken::fate)
                .containsExactly(
                        tuple("HV-002", Fate.WON),
                        tuple("HV-001", Fate.LOST),
                        tuple("WT-033", Fate.ADVISED));
        assertThat(explanation.spoken().getFirst().on())
                .extracting(Answer::why)
                .contains("`requestsToDestination1h` is 11, `destinationBlockLimit` is 10");
        Near near =
                explanation.near().stream()
                        .filter(one -> one.rule().id().equals("HV-004"))
                        .findFirst()
                        .orElseThrow();
        assertThat(near.missing())
                .extracting(answer -> answer.condition().text(), Answer::why)
                .containsExactly(
                        tuple(
                                "requestsFromSource1h > sourceBlockLimit",
                                "`requestsFromSource1h` is 20, `sourceBlockLimit` is 20"));
        assertThat(near.closeness()).isEqualTo(1.0);
        assertThat(explanation.near())
                .isSortedAccordingTo(
                        (one, other) -> Double.compare(other.closeness(), one.closeness()));
    }

    @Test
    void factsOfARecordBecomeWholeAgain() {
        Facts facts = facts(SENDING + "requestsToDestination10m=6 sinceLastCode=90s");

        assertThat(RecordedFacts.facts(RULES.policies(), facts.known()).known())
                .isEqualTo(facts.known());
        assertThat(RecordedFacts.facts(RULES.policies(), Map.of("gone", 1L, "channel", 5L)).known())
                .isEmpty();
    }

    private static OfRule ofRule(String id, Facts... tried) {
        return Coverage.of(RULES, List.of(tried)).rules().stream()
                .filter(rule -> rule.rule().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Facts facts(String text) {
        FactsBuilder facts = RULES.policies().schema().builder();
        for (String one : text.strip().split(" ")) {
            int place =
                    RULES.policies()
                            .schema()
                            .index(one.substring(0, one.indexOf('=')))
                            .orElseThrow();
            facts.set(
                    place,
                    Literal.of(
                                    RULES.policies().schema().definitions().get(place).type(),
                                    one.substring(one.indexOf('=') + 1))
                            .orElseThrow());
        }
        return facts.set(KnownFact.NOW, CaseRunner.NOW).build();
    }
}
