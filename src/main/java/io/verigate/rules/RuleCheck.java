package io.verigate.rules;

import io.verigate.decision.FactType;
import io.verigate.decision.Mode;
import io.verigate.decision.Word;
import io.verigate.policy.Fault;
import io.verigate.policy.Faults;
import io.verigate.policy.Policies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/// The first gate of the fence: reads rules before anything is compiled, and lets only through what an honest rule
/// needs. Tells every fault in one run, with file and line.
final class RuleCheck {
    private static final List<String> REQUIRED =
            List.of("id", "summary", "reason", "owner", "source", "since");
    private static final List<String> METADATA =
            List.of("id", "summary", "reason", "owner", "source", "since", "mode");
    private static final int MOST_LINES = 30;

    private final Names names;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, RuleDefinition> rules = new LinkedHashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    RuleCheck(Policies policies) {
        this.names = new Names(policies);
    }

    /// What is written about the rules, by name.
    ///
    /// @throws Faults with every fault
    Map<String, RuleDefinition> check(Map<String, String> files) {
        files.forEach(this::file);
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
        return rules;
    }

    private void file(String file, String text) {
        PackageDescr tree = parse(file, text);
        if (tree == null) {
            return;
        }
        boolean foreign =
                !tree.getImports().isEmpty()
                        || !tree.getFunctions().isEmpty()
                        || !tree.getFunctionImports().isEmpty()
                        || !tree.getAccumulateImports().isEmpty()
                        || !tree.getTypeDeclarations().isEmpty()
                        || !tree.getEnumDeclarations().isEmpty()
                        || !tree.getEntryPointDeclarations().isEmpty()
                        || !tree.getWindowDeclarations().isEmpty()
                        || !tree.getAttributes().isEmpty()
                        || tree.getGlobals().size() != 1;
        if (foreign) {
            faults.add(
                    new Fault(
                            file,
                            1,
                            0,
                            "a file may hold nothing but rules: remove what stands beside them"));
        }
        tree.getRules().forEach(rule -> rule(file, rule));
    }

    private @Nullable PackageDescr parse(String file, String text) {
        if (text.contains("\\u")) {
            faults.add(
                    new Fault(
                            file,
                            1,
                            0,
                            "write letters as they are: `\\u` escapes are not allowed"));
            return null;
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr tree = parser.parse(null, RuleCompiler.preamble() + text);
            for (DroolsError error : parser.getErrors()) {
                int line = error.getLines().length == 0 ? 1 : error.getLines()[0];
                faults.add(new Fault(file, line, 0, "not a rule: " + oneLine(error.getMessage())));
            }
            return parser.hasErrors() ? null : tree;
        } catch (DroolsParserException e) {
            faults.add(
                    new Fault(file, 1, 0, "not rules: " + oneLine(String.valueOf(e.getMessage()))));
            return null;
        }
    }

    private void rule(String file, RuleDescr rule) {
        for (AttributeDescr attribute : rule.getAttributes().values()) {
            fault(
                    file,
                    attribute,
                    "`"
                            + attribute.getName()
                            + "` is not allowed: the order of rules cannot matter");
        }
        if (rule.hasParent() || !rule.getNamedConsequences().isEmpty()) {
            fault(file, rule, "a rule has one `when` and one `then`, and extends nothing");
        }
        metadata(file, rule);
        if (rule.getLhs().getDescrs().size() != 1
                || !(rule.getLhs().getDescrs().getFirst() instanceof PatternDescr pattern)) {
            fault(file, rule, "`when` holds exactly one `Request( … )`, and nothing else");
            return;
        }
        Map<String, FactType> bound = pattern(file, pattern);
        String consequence = String.valueOf(rule.getConsequence());
        if (consequence.lines().count() > MOST_LINES) {
            fault(file, rule, "`then` is longer than 30 lines: split the rule");
        }
        new ConsequenceCheck(file, rule.getConsequenceLine(), bound, faults).check(consequence);
    }

    private void metadata(String file, RuleDescr rule) {
        Map<String, String> found = new HashMap<>();
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            String name = annotation.getName();
            if (!METADATA.contains(name)) {
                fault(
                        file,
                        annotation,
                        "`@" + name + "` is not known" + Fault.suggestion(name, METADATA));
            }
            found.put(name, unquoted(annotation.getSingleValueAsString()));
        }
        for (String name : REQUIRED) {
            if (found.getOrDefault(name, "").isBlank()) {
                fault(file, rule, "rule `" + rule.getName() + "` has no `@" + name + "(\"…\")`");
            }
        }
        String id = found.getOrDefault("id", "");
        String other = ids.put(id, file + ":" + rule.getLine());
        if (other != null && !id.isBlank()) {
            fault(
                    file,
                    rule,
                    "the id `"
                            + id
                            + "` is taken by the rule at "
                            + other
                            + ": ids are never used twice");
        }
        String mode = found.getOrDefault("mode", Mode.ENFORCE.word());
        if (Word.parse(Mode.class, mode).isEmpty()) {
            fault(file, rule, "`@mode` is `enforce` or `shadow`");
        }
        RuleDefinition definition =
                new RuleDefinition(
                        id,
                        rule.getName(),
                        found.getOrDefault("summary", ""),
                        found.getOrDefault("reason", ""),
                        found.getOrDefault("owner", ""),
                        found.getOrDefault("source", ""),
                        found.getOrDefault("since", ""),
                        Word.parse(Mode.class, mode).orElse(Mode.ENFORCE),
                        file,
                        rule.getLine());
        if (rules.put(rule.getName(), definition) != null) {
            fault(file, rule, "two rules are named `" + rule.getName() + "`: rename one");
        }
    }

    private Map<String, FactType> pattern(String file, PatternDescr pattern) {
        Map<String, FactType> bound = new HashMap<>();
        boolean plain =
                RequestSource.NAME.equals(pattern.getObjectType())
                        && pattern.getSource() == null
                        && pattern.getIdentifier() == null
                        && pattern.getBehaviors().isEmpty()
                        && pattern.getAnnotations().isEmpty()
                        && !pattern.isQuery();
        if (!plain) {
            fault(
                    file,
                    pattern,
                    "`when` reads one `Request( … )` as it is: no `from`, no window, no name before it");
        }
        ConstraintCheck check = new ConstraintCheck(file, names, bound, faults);
        for (BaseDescr constraint : pattern.getDescrs()) {
            if (constraint instanceof ExprConstraintDescr expression) {
                check.check(expression.getExpression(), line(constraint, pattern));
            } else {
                fault(file, constraint, "only comparisons of facts stand in `Request( … )`");
            }
        }
        return bound;
    }

    private static int line(BaseDescr descr, BaseDescr parent) {
        return descr.getLine() > 0 ? descr.getLine() : parent.getLine();
    }

    private void fault(String file, BaseDescr where, String message) {
        faults.add(
                new Fault(
                        file,
                        Math.max(where.getLine(), 1),
                        Math.max(where.getColumn() + 1, 0),
                        message));
    }

    private static String unquoted(String text) {
        boolean quoted =
                text != null && text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : String.valueOf(text);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
