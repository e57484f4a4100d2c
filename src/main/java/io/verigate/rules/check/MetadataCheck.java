package io.verigate.rules.check;

import io.verigate.decision.Mode;
import io.verigate.decision.SpellingSuggestion;
import io.verigate.decision.WireEnum;
import io.verigate.rules.syntax.RuleDiagnostics;
import io.verigate.rules.syntax.RuleText;
import io.verigate.rules.syntax.RuleText.Metadata;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Checks the metadata of rules, and that names and ids are unique.
final class MetadataCheck {
    private static final List<String> REQUIRED =
            List.of("id", "summary", "reason", "owner", RuleText.REQUIREMENT, "since");
    private static final List<String> KNOWN =
            Stream.concat(REQUIRED.stream(), Stream.of("mode")).toList();
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]{1,7}-[0-9]{3,5}");
    private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int MAX_NAME_LENGTH = 120;

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /// The metadata of a rule; errors go to `faults`.
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
                        "rule `%s`: `@%s(\"…\")` is required".formatted(rule.name().text(), name));
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
                rule.value(RuleText.REQUIREMENT),
                rule.value("since"),
                WireEnum.parse(Mode.class, rule.value("mode")).orElse(Mode.ENFORCE),
                faults.file(),
                rule.line());
    }

    private static void entry(Metadata one, Set<String> given, RuleDiagnostics faults) {
        String name = one.meaning();
        String value = one.value().text();
        if (!KNOWN.contains(name)) {
            faults.add(
                    one.name().written(),
                    "metadata",
                    "unknown metadata `@%s`%s"
                            .formatted(name, SpellingSuggestion.question(name, KNOWN)));
        } else if (!given.add(name)) {
            faults.add(one.name().written(), "metadata", "`@" + name + "` is given twice");
        }
        String wrong =
                switch (name) {
                    case "id" ->
                            ID.matcher(value).matches() ? "" : "must be an id such as `HV-003`";
                    case "reason" ->
                            REASON.matcher(value).matches()
                                    ? ""
                                    : "must be a reason code such as `high-volume`";
                    case "since" -> isDate(value) ? "" : "must be a date such as `2026-11-23`";
                    case "mode" ->
                            WireEnum.parse(Mode.class, value).isPresent()
                                    ? ""
                                    : "must be `enforce` or `shadow`";
                    default -> "";
                };
        if (!wrong.isEmpty() && !value.isBlank()) {
            faults.add(
                    one.value().written(),
                    name.equals("id") ? "id" : "metadata",
                    "`%s` %s".formatted(value, wrong));
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
                                    "duplicate id `%s`, used by the rule at %s: ids must be unique"
                                            .formatted(id, other)));
        }
        String name = rule.name().text();
        String same = names.putIfAbsent(name, place);
        if (same != null) {
            faults.form(
                    rule.name().written(),
                    "the rule at %s has the same name, `%s`: rename one".formatted(same, name));
        }
        if (name.length() > MAX_NAME_LENGTH || name.isBlank()) {
            faults.form(rule.name().written(), "a rule name must have 1 to 120 characters");
        }
    }
}
