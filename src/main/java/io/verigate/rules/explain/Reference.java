package io.verigate.rules.explain;

import io.verigate.decision.FactDefinition;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Region;
import io.verigate.policy.Literal;
import io.verigate.policy.Policies;
import io.verigate.policy.PolicyValue;
import io.verigate.rules.check.Verb;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes, as Markdown, what a rule may use: the facts, the values and the verbs.
public final class Reference {
    private static final int MAX_ENTRIES = 10;

    private final Policies policies;
    private final StringBuilder page = new StringBuilder();

    private Reference(Policies policies) {
        this.policies = policies;
    }

    /// The whole page for one set of policies.
    public static String of(Policies policies) {
        Reference reference = new Reference(policies);
        List<FactDefinition> facts = policies.schema().definitions();
        int known = KnownFact.values().length;
        reference.facts("Facts that the service supplies", facts.subList(0, known));
        reference.facts(
                "Facts that `policies/` derives: counters, gaps, shares, table columns, ladders, scores",
                facts.subList(known, facts.size()));
        reference.values();
        reference.lists();
        reference.verbs();
        return reference.page.toString().stripTrailing();
    }

    private void facts(String title, List<FactDefinition> facts) {
        title(title);
        page.append("| fact | type | meaning |\n| --- | --- | --- |\n");
        for (FactDefinition fact : facts) {
            String words =
                    fact.words().isEmpty() || fact.words().equals(Region.CODES)
                            ? ""
                            : ": "
                                    + fact.words().stream()
                                            .map(Reference::code)
                                            .collect(Collectors.joining(" "));
            row(code(fact.name()), fact.type().wireName(), fact.meaning() + words);
        }
    }

    private void values() {
        title("Values in `policies/`");
        page.append("| value | type | now |\n| --- | --- | --- |\n");
        policies.values().values().stream()
                .sorted(Comparator.comparing(PolicyValue::name))
                .forEach(value ->
                        row(
                                code(value.name()),
                                value.type().wireName(),
                                Literal.write(value.value())));
    }

    private void lists() {
        title("Lists in `policies/`");
        page.append("| list | entries |\n| --- | --- |\n");
        policies.lists().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(list -> row(code(list.getKey()), entries(list.getValue())));
    }

    private static String entries(List<String> all) {
        String some =
                all.stream()
                        .limit(MAX_ENTRIES)
                        .map(Reference::code)
                        .collect(Collectors.joining(" "));
        return all.isEmpty()
                ? "none"
                : all.size() > MAX_ENTRIES
                        ? some + " and " + (all.size() - MAX_ENTRIES) + " more"
                        : some;
    }

    private void verbs() {
        title("Verbs in `then`");
        page.append("| call | a verdict | meaning |\n| --- | --- | --- |\n");
        for (Verb verb : Verb.values()) {
            row(code(verb.form()), verb.verdict() ? "yes" : "no", verb.meaning());
        }
    }

    private void title(String title) {
        page.append(page.isEmpty() ? "" : "\n").append("### ").append(title).append("\n\n");
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
