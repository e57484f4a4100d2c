package io.verigate.rules;

import io.verigate.rules.ConditionReader.Unreadable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/// Reads the conditions of every rule of files that passed [RuleCheck].
final class ConditionFiles {
    private static final Pattern BINDING =
            Pattern.compile("\\s*(\\$[a-zA-Z][a-zA-Z0-9]*)\\s*:\\s*([a-zA-Z0-9]+)\\s*");

    private final Map<String, RuleDefinition> rules;
    private final Map<String, RuleConditions> found = new TreeMap<>();

    private ConditionFiles(Map<String, RuleDefinition> rules) {
        this.rules = rules;
    }

    /// The conditions by the id of the rule.
    ///
    /// @param rules what is written about them, by name
    static Map<String, RuleConditions> read(
            Map<String, String> files, Map<String, RuleDefinition> rules) {
        ConditionFiles reader = new ConditionFiles(rules);
        files.forEach(reader::file);
        return reader.found;
    }

    private void file(String file, String text) {
        try {
            PackageDescr tree =
                    new DrlParser(LanguageLevelOption.DRL6)
                            .parse(null, RuleCompiler.preamble() + text);
            for (RuleDescr rule : tree.getRules()) {
                rule(rule);
            }
        } catch (DroolsParserException | Unreadable e) {
            throw new IllegalStateException(
                    "`" + file + "` was checked, and cannot be read: " + e.getMessage(), e);
        }
    }

    private void rule(RuleDescr rule) throws Unreadable {
        RuleDefinition definition = rules.get(rule.getName());
        if (definition == null
                || !(rule.getLhs().getDescrs().getFirst() instanceof PatternDescr pattern)) {
            return;
        }
        List<Condition> all = new ArrayList<>();
        Map<String, String> bindings = new LinkedHashMap<>();
        for (BaseDescr one : pattern.getDescrs()) {
            if (one instanceof ExprConstraintDescr constraint) {
                Matcher binding = BINDING.matcher(constraint.getExpression());
                if (binding.matches()) {
                    bindings.put(binding.group(1), binding.group(2));
                } else {
                    all.add(ConditionReader.read(written(constraint)));
                }
            }
        }
        found.put(definition.id(), new RuleConditions(definition, all, bindings));
    }

    /// Drools counts columns from 0, and on the first line what stands before the text too.
    static Written written(ExprConstraintDescr constraint) {
        int before = constraint.getLine() == 1 ? RuleCompiler.preamble().length() : 0;
        return new Written(
                constraint.getExpression(),
                constraint.getLine(),
                constraint.getColumn() + 1 - before);
    }
}
