package io.verigate.rules.check;

import io.verigate.decision.Mode;
import io.verigate.decision.SpellingSuggestion;
import io.verigate.decision.WireEnum;
import io.verigate.rules.syntax.RuleDiagnostics;
import io.verigate.rules.syntax.RuleText.Metadata;
import io.verigate.rules.syntax.RuleText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks what is written about rules, and that names and ids are used once.
final class MetadataCheck {
    private static final List<String> REQUIRED =
            List.of("id", "summary", "reason", "owner", "source", "since");
    private static final List<String> KNOWN =
            List.of("id", "summary", "reason", "owner", "source", "since", "mode");
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,7}-[0-9]{3,5}");
    private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int MAX_NAME_LENGTH = 120;

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /// What is written about a rule; faults are told.
    RuleDefinition check(RuleText rule, RuleDiagnostics faults) {
        Set<String> given = new HashSet<>();
        for (Metadata one : rule.metadata()) {
            entry(one, given, faults);
        }
        for (String name : REQUIRED) {
            if (rule.value(name).isBlank()) {
                faults.add(
                        rule.name().written(),
                        name.equals("id") ? "id" : "metadata",
                        "rule `%s` has no `@%s(\"…\")`".formatted(rule.name().text(), name));
            }
        }
        String place = faults.file() + ":" + rule.line();
        taken(rule, place, faults);
        return new RuleDefinition(
                rule.value("id"),
                rule.name().text(),
                rule.value("summary"),
                rule.value("reason"),
                rule.value("owner"),
                rule.value("source"),
                rule.value("since"),
                WireEnum.parse(Mode.class, rule.value("mode")).orElse(Mode.ENFORCE),
                faults.file(),
                rule.line());
    }

    private static void entry(Metadata one, Set<String> given, RuleDiagnostics faults) {
        String name = one.name().text();
        String value = one.value().text();
        if (!KNOWN.contains(name)) {
            faults.add(
                    one.name().written(),
                    "metadata",
                    "`@%s` is not known%s"
                            .formatted(name, SpellingSuggestion.question(name, KNOWN)));
        } else if (!given.add(name)) {
            faults.add(one.name().written(), "metadata", "`@" + name + "` is given twice");
        }
        String wrong =
                switch (name) {
                    case "id" -> ID.matcher(value).matches() ? "" : "an id is like `HV-003`";
                    case "reason" ->
                            REASON.matcher(value).matches()
                                    ? ""
                                    : "a reason is a code like `high-volume`";
                    case "since" -> isDate(value) ? "" : "`@since` is a day like `2026-11-23`";
                    case "mode" ->
                            WireEnum.parse(Mode.class, value).isPresent()
                                    ? ""
                                    : "`@mode` is `enforce` or `shadow`";
                    default -> "";
                };
        if (!wrong.isEmpty() && !value.isBlank()) {
            faults.add(
                    one.value().written(),
                    name.equals("id") ? "id" : "metadata",
                    "`%s`: %s".formatted(value, wrong));
        }
    }

    private static boolean isDate(String text) {
        try {
            return !LocalDate.parse(text).toString().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void taken(RuleText rule, String place, RuleDiagnostics faults) {
        String id = rule.value("id");
        String other = id.isBlank() ? null : ids.putIfAbsent(id, place);
        if (other != null) {
            rule.metadata().stream()
                    .filter(one -> one.name().text().equals("id"))
                    .findFirst()
                    .ifPresent(one ->
                            faults.add(
                                    one.value().written(),
                                    "id",
                                    "the id `%s` is taken by the rule at %s: ids are never used twice"
                                            .formatted(id, other)));
        }
        String name = rule.name().text();
        String same = names.putIfAbsent(name, place);
        if (same != null) {
            faults.form(
                    rule.name().written(),
                    "the rule at %s is named `%s` too: rename one".formatted(same, name));
        }
        if (name.length() > MAX_NAME_LENGTH || name.isBlank()) {
            faults.form(rule.name().written(), "the name of a rule has 1 to 120 letters");
        }
    }
}
