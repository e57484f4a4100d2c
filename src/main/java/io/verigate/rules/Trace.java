package io.verigate.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/// Knows which rule is speaking, which have spoken, and when time is up. Used by one thread.
final class Trace implements AgendaFilter {
    private final Map<String, RuleDefinition> rules;
    private final FindingsCollector findings;
    private final LongSupplier nanoTime;
    private final long deadline;
    private final List<String> fired = new ArrayList<>();
    private boolean late;

    Trace(
            Map<String, RuleDefinition> rules,
            FindingsCollector findings,
            LongSupplier nanoTime,
            long deadline) {
        this.rules = rules;
        this.findings = findings;
        this.nanoTime = nanoTime;
        this.deadline = deadline;
    }

    /// Called right before the consequence of a rule.
    @Override
    public boolean accept(Match match) {
        if (nanoTime.getAsLong() - deadline > 0) {
            late = true;
            return false;
        }
        RuleDefinition rule = rules.get(match.getRule().getName());
        if (rule == null) {
            return false;
        }
        fired.add(rule.id());
        findings.begin(rule);
        return true;
    }

    boolean late() {
        return late;
    }

    String last() {
        return fired.isEmpty() ? "(none yet)" : fired.getLast();
    }

    List<String> fired() {
        return fired.stream().sorted().toList();
    }
}
