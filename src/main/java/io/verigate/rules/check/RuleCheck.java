package io.verigate.rules.check;

import io.verigate.decision.FactType;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.policy.Vocabulary;
import io.verigate.rules.syntax.Condition;
import io.verigate.rules.syntax.ConditionReader;
import io.verigate.rules.syntax.RuleDiagnostics;
import io.verigate.rules.syntax.RuleReader;
import io.verigate.rules.syntax.RuleText;
import io.verigate.rules.syntax.RuleText.Binding;
import io.verigate.rules.syntax.SourceToken;
import io.verigate.rules.syntax.SyntaxError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The first gate of the fence: parses rules and checks names and types before anything is compiled, and reports all
/// faults at once. Drools code is generated from the parsed tree, so no text of a file ever reaches a compiler.
public final class RuleCheck {
    private static final int LARGEST_FILE = 1024 * 1024;
    private static final int MAX_RULES = 5_000;
    private static final int MAX_CONSTRAINTS = 40;

    private final SymbolTable names;
    private final List<Diagnostic> faults = new ArrayList<>();
    private final List<CheckedRule> checked = new ArrayList<>();
    private final MetadataCheck metadata = new MetadataCheck();

    public RuleCheck(Policies policies) {
        this(policies.vocabulary());
    }

    public RuleCheck(Vocabulary vocabulary) {
        this.names = new SymbolTable(vocabulary);
    }

    /// The checked rules by id.
    ///
    /// @throws Faults with every fault
    public Map<String, RuleConditions> check(Map<String, String> files) {
        read(files);
        if (!faults.isEmpty()) {
            throw new InvalidRuleSetException(faults);
        }
        Map<String, RuleConditions> rules = new LinkedHashMap<>();
        checked.forEach(rule -> rules.put(rule.definition().id(), rule.parts()));
        return rules;
    }

    /// Reads files without throwing; [#faults] has the errors.
    public void read(Map<String, String> files) {
        new TreeMap<>(files).forEach(this::file);
        if (checked.size() > MAX_RULES) {
            new RuleDiagnostics("rules", faults)
                    .add(0, 0, "size", "more than 5000 rules: merge some");
        }
    }

    /// The rules without faults, in file order.
    public List<CheckedRule> rules() {
        return checked;
    }

    public List<Diagnostic> faults() {
        return faults;
    }

    private void file(String file, String text) {
        RuleDiagnostics into = new RuleDiagnostics(file, faults);
        if (text.length() > LARGEST_FILE) {
            into.add(0, 0, "size", "file larger than 1 MiB: split it");
            return;
        }
        RuleReader.read(text, into::form).forEach(rule -> rule(rule, into));
    }

    private void rule(RuleText rule, RuleDiagnostics into) {
        int before = into.found();
        RuleDefinition definition = metadata.check(rule, into);
        if (rule.constraints().size() + rule.bindings().size() > MAX_CONSTRAINTS) {
            into.form(
                    rule.name().written(),
                    "`Request( … )` has more than 40 constraints: split the rule");
        }
        ConstraintCheck types = new ConstraintCheck(names, into);
        List<Condition> conditions = conditions(rule, types, into);
        Map<String, ConsequenceCheck.Named> bound = new HashMap<>();
        for (Binding binding : rule.bindings()) {
            FactType type = types.name(binding.fact().written()).orElse(FactType.DURATION);
            String value = names.written(binding.fact().text(), FactType.DURATION);
            ConsequenceCheck.Named named = new ConsequenceCheck.Named(type, value);
            if (bound.put(binding.name().text(), named) != null) {
                into.form(
                        binding.name().written(), "`" + binding.name().text() + "` is bound twice");
            }
        }
        new ConsequenceCheck(bound, into).check(rule);
        if (into.found() == before) {
            checked.add(new CheckedRule(definition, rule, conditions));
        }
    }

    private static List<Condition> conditions(
            RuleText rule, ConstraintCheck types, RuleDiagnostics into) {
        List<Condition> conditions = new ArrayList<>();
        for (SourceToken constraint : rule.constraints()) {
            try {
                Condition condition = ConditionReader.read(constraint);
                types.check(condition);
                conditions.add(condition);
            } catch (SyntaxError e) {
                into.form(e.written(), e.why());
            }
        }
        return conditions;
    }
}
