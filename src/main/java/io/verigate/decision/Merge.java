package io.verigate.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The findings merged into one answer: the strongest verdict wins, and among equals the longest time.
///
/// The order in which rules fired cannot matter, because findings are sorted by verdict, time, scope of the block and
/// id of the rule.
///
/// @param verdict the strongest of the enforced findings; `ALLOW` when there is none
/// @param until the longest time of the winners; null when none applies
/// @param winners the enforced findings of the verdict, strongest first; for `ALLOW` those that only advise
/// @param losers the enforced findings that were weaker
/// @param shadows the findings without effect
/// @param advice codes of advice of the winners, then of findings that only advise, without repetition
/// @param route where the person is referred to; empty when nowhere
public record Merge(
        Verdict verdict,
        @Nullable Instant until,
        List<Finding> winners,
        List<Finding> losers,
        List<Finding> shadows,
        List<String> advice,
        String route) {
    private static final Comparator<Finding> STRONGEST_FIRST =
            Comparator.comparing(Finding::verdict)
                    .thenComparing(Finding::end)
                    .thenComparing(finding ->
                            finding.blockInstruction()
                                    .map(block -> block.scope().ordinal())
                                    .orElse(-1))
                    .reversed()
                    .thenComparing(Finding::rule)
                    .thenComparing(Finding::toString);

    /// Merges findings.
    public static Merge of(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(STRONGEST_FIRST);
        List<Finding> winners = new ArrayList<>();
        List<Finding> losers = new ArrayList<>();
        List<Finding> shadows = new ArrayList<>();
        Set<String> advice = new LinkedHashSet<>();
        String route = "";
        for (Finding finding : sorted) {
            if (finding.mode() == Mode.SHADOW) {
                shadows.add(finding);
                continue;
            }
            boolean wins = winners.isEmpty() || finding.verdict() == winners.getFirst().verdict();
            (wins ? winners : losers).add(finding);
            if (wins || finding.verdict() == Verdict.ALLOW) {
                advice.addAll(finding.advice());
                route = route.isEmpty() ? finding.route() : route;
            }
        }
        return new Merge(
                winners.isEmpty() ? Verdict.ALLOW : winners.getFirst().verdict(),
                winners.isEmpty() ? null : winners.getFirst().until(),
                List.copyOf(winners),
                List.copyOf(losers),
                List.copyOf(shadows),
                List.copyOf(advice),
                route);
    }

    /// Whether the interaction is accepted and the person is prompted to verify security info from now on.
    public boolean prompts() {
        return verdict.accepts()
                && Stream.concat(winners.stream(), losers.stream()).anyMatch(Finding::prompt);
    }

    /// The marks of all enforced findings, the weaker ones included, each once.
    public Set<Mark> marks() {
        return Stream.concat(winners.stream(), losers.stream())
                .flatMap(finding -> finding.marks().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The finding that gives the decision its time and its block.
    public Optional<Finding> leader() {
        return winners.isEmpty() ? Optional.empty() : Optional.of(winners.getFirst());
    }
}
