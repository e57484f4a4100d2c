package io.verigate.api.journal;

import io.verigate.decision.Finding;
import io.verigate.policy.Literal;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.explain.Explanation;
import io.verigate.rules.explain.Explanation.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Maps explanations to responses.
public final class ExplanationMapper {
    private ExplanationMapper() {}

    /// @param decision id of the decision; null for a case
    /// @param fired the rules that fired originally, sorted
    public static ExplanationResponse toResponse(
            Explanation explanation, @Nullable String decision, List<String> fired) {
        List<String> now =
                explanation.spoken().stream().map(one -> one.rule().id()).sorted().toList();
        return new ExplanationResponse(
                decision,
                explanation.revision(),
                explanation.verdict().wireName(),
                now.equals(fired),
                explanation.spoken().stream().map(ExplanationMapper::fired).toList(),
                explanation.near().stream()
                        .map(near ->
                                new ExplanationResponse.Nearly(
                                        near.rule().id(),
                                        near.rule().name(),
                                        near.closeness(),
                                        conditions(near.rule(), near.missing())))
                        .toList());
    }

    private static ExplanationResponse.Fired fired(Explanation.Spoken spoken) {
        return new ExplanationResponse.Fired(
                spoken.rule().id(),
                spoken.rule().name(),
                spoken.fate().name().toLowerCase(Locale.ROOT),
                says(spoken.finding()),
                conditions(spoken.rule(), spoken.on()));
    }

    private static List<ExplanationResponse.Condition> conditions(
            RuleDefinition rule, List<Answer> answers) {
        return answers.stream()
                .map(answer ->
                        new ExplanationResponse.Condition(
                                answer.condition().text().replaceAll("\\s+", " "),
                                answer.why(),
                                "%s:%d:%d"
                                        .formatted(
                                                rule.file(),
                                                answer.condition().line(),
                                                answer.condition().column())))
                .toList();
    }

    private static String says(Finding finding) {
        String scope =
                finding.blockInstruction()
                        .map(order -> "the " + order.scope().wireName())
                        .orElse("it");
        String verdict =
                switch (finding.verdict()) {
                    case ALLOW -> "";
                    case DELAY -> "delays" + end(finding.until());
                    case WAIT -> "waits" + end(finding.until());
                    case REFUSE -> "refuses the method";
                    case BLOCK -> "blocks " + scope + end(finding.until());
                };
        String advice =
                finding.advice().isEmpty() ? "" : "advises " + String.join(", ", finding.advice());
        String route = finding.route().isEmpty() ? "" : "leads to " + finding.route();
        return String.join(
                "; ",
                List.of(verdict, advice, route).stream().filter(part -> !part.isEmpty()).toList());
    }

    private static String end(@Nullable Instant until) {
        if (until == null) {
            return "";
        }
        String written = Literal.write(until);
        return written.equals("no end") ? " without end" : " until " + written;
    }
}
