package io.verigate.analysis.replay;

import io.verigate.analysis.replay.ReplayReport.Part;
import io.verigate.decision.Decision;
import io.verigate.decision.Decision.ActiveBlock;
import io.verigate.decision.DecisionOutcome;
import io.verigate.decision.Evaluation;
import io.verigate.decision.Facts;
import io.verigate.decision.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compares a decision with its replay, exactly: every fact, derived ones too; the rules that fired; every finding, with
/// losers and shadows; the verdict, its end, its reasons in order, advice in order, route, and scope and end of the
/// block.
///
/// Not compared is what no rule decides and no fact tells: the ids of decision and block, the clause that a block was
/// placed for, the published sender, and the other methods, which are decisions on other facts.
final class ReplayComparison {
    private final List<Part> parts = new ArrayList<>();

    private ReplayComparison() {}

    /// What differs; empty when nothing does.
    static List<Part> of(
            Decision recorded, Facts facts, Evaluation ruling, DecisionOutcome judgement) {
        ReplayComparison sameness = new ReplayComparison();
        sameness.facts(recorded.facts(), facts.known());
        sameness.part("verdict", recorded.verdict(), judgement.merge().verdict());
        sameness.part("until", recorded.until(), judgement.until());
        sameness.part("fired", recorded.fired(), ruling.fired());
        sameness.part("reasons", recorded.reasons(), judgement.reasons());
        sameness.part("advice", recorded.advice(), judgement.merge().advice());
        sameness.part("route", recorded.route(), judgement.merge().route());
        sameness.part("losers", recorded.losers(), judgement.merge().losers());
        sameness.part("shadows", recorded.shadows(), judgement.merge().shadows());
        sameness.block(recorded, judgement);
        return sameness.parts;
    }

    private void facts(Map<String, Object> recorded, Map<String, Object> replayed) {
        Set<String> names = new TreeSet<>(recorded.keySet());
        names.addAll(replayed.keySet());
        names.forEach(name -> part("fact " + name, recorded.get(name), replayed.get(name)));
    }

    private void block(Decision recorded, DecisionOutcome judgement) {
        Optional<ActiveBlock> block = recorded.activeBlock();
        part("block scope", block.map(ActiveBlock::scope).orElse(null), judgement.scope());
        boolean blocks = judgement.merge().verdict() == Verdict.BLOCK;
        part(
                "block end",
                block.map(ActiveBlock::until).orElse(null),
                blocks ? judgement.until() : null);
    }

    private void part(String name, @Nullable Object recorded, @Nullable Object replayed) {
        if (!Objects.equals(recorded, replayed)) {
            parts.add(new Part(name, text(recorded), text(replayed)));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }
}
