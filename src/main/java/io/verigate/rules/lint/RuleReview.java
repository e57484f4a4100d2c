package io.verigate.rules.lint;

import io.verigate.decision.Mode;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.policy.Vocabulary;
import io.verigate.rules.check.CheckedRule;
import io.verigate.rules.check.DelayCheck;
import io.verigate.rules.check.RuleCheck;
import io.verigate.rules.check.RuleDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks rules and policies without compiling them: errors, and warnings about what loads but probably does not do what
/// was meant.
public final class RuleReview {
    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

    private final RuleSetFiles files;
    private final List<Diagnostic> faults = new ArrayList<>();

    private RuleReview(RuleSetFiles files) {
        this.files = files;
    }

    /// All faults in file order.
    public static List<Diagnostic> of(RuleSetFiles files) {
        RuleReview review = new RuleReview(files);
        review.read();
        return List.copyOf(new TreeSet<>(review.faults));
    }

    /// An error when no rule is enforced: such a rule set can be tested but never activated, because it would allow everything.
    /// Empty when at least one rule is.
    public static Optional<Diagnostic> harmless(Collection<RuleDefinition> rules) {
        return rules.stream().anyMatch(rule -> rule.mode() == Mode.ENFORCE)
                ? Optional.empty()
                : Optional.of(
                        new Diagnostic(
                                        "rules",
                                        0,
                                        0,
                                        "no rule is enforced, so everything would be allowed: add a rule that is not in shadow mode")
                                .about("no-rule"));
    }

    private void read() {
        Vocabulary vocabulary = Policies.vocabulary(files.policies(), faults);
        boolean sound = faults.isEmpty();
        RuleCheck check = new RuleCheck(vocabulary);
        check.read(files.rules());
        check.faults().stream().filter(fault -> sound || !follows(fault)).forEach(faults::add);
        if (sound) {
            Policies policies = Policies.read(files.policies());
            faults.addAll(new DelayCheck(policies).all(check.rules()));
            faults.addAll(new RuleWarnings(policies, check.rules()).all());
            if (check.faults().isEmpty()) {
                faults.addAll(policies.warnings(used(check.rules())));
                harmless(check.rules().stream().map(CheckedRule::definition).toList())
                        .ifPresent(faults::add);
            }
        }
    }

    /// Whether an unknown name in a rule may be a consequence of a fault in `policies/`, where the name is defined.
    private boolean follows(Diagnostic fault) {
        Matcher missing = QUOTED.matcher(fault.message());
        return fault.topic().equals("name")
                && missing.find()
                && files.policies().values().stream()
                        .anyMatch(text -> text.contains(missing.group(1) + ":"));
    }

    private static Set<String> used(List<CheckedRule> rules) {
        Set<String> used = new HashSet<>();
        for (CheckedRule rule : rules) {
            rule.conditions().forEach(condition -> RuleWarnings.names(condition, used));
            rule.text().bindings().forEach(one -> used.add(one.fact().text()));
        }
        return used;
    }
}
