package io.verigate.rules.check;

import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.ConditionReader;
import io.verigate.rules.syntax.RuleReader;
import io.verigate.rules.syntax.RuleText;
import io.verigate.rules.syntax.SourceToken;
import io.verigate.rules.syntax.SyntaxError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Reads the conditions of every rule of files that passed [RuleCheck].
public final class ConditionFiles {
    private ConditionFiles() {}

    /// The conditions by the id of the rule.
    ///
    /// @param rules what is written about them, by id
    public static Map<String, RuleConditions> read(
            Map<String, String> files, Map<String, RuleDefinition> rules) {
        Map<String, RuleConditions> found = new TreeMap<>();
        files.forEach((file, text) -> {
            for (RuleText rule :
                    RuleReader.read(
                            text,
                            (where, why) -> {
                                throw broken(file, why);
                            })) {
                RuleDefinition definition = rules.get(rule.value("id"));
                found.put(rule.value("id"), conditions(Objects.requireNonNull(definition), rule));
            }
        });
        return found;
    }

    private static RuleConditions conditions(RuleDefinition definition, RuleText rule) {
        List<Condition> all = new ArrayList<>();
        Map<String, String> bindings = new LinkedHashMap<>();
        rule.bindings().forEach(one -> bindings.put(one.name().text(), one.fact().text()));
        try {
            for (SourceToken constraint : rule.constraints()) {
                all.add(ConditionReader.read(constraint));
            }
        } catch (SyntaxError e) {
            throw broken(definition.file(), e.why());
        }
        return new RuleConditions(definition, all, bindings);
    }

    private static IllegalStateException broken(String file, String why) {
        return new IllegalStateException("`" + file + "` was checked, and cannot be read: " + why);
    }
}
