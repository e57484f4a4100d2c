package io.verigate.rules.runtime;

import io.verigate.rules.check.RuleDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.drools.core.rule.consequence.InternalMatch;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/// Tracks the firing rule, the rules that fired, and the deadline. Not thread-safe.
final class Trace implements AgendaFilter {
    private final Map<String, RuleDefinition> rules;
    private final FindingsCollector findings;
    private final LongSupplier nanoTime;
    private final List<String> fired = new ArrayList<>();
    private long deadline;
    private boolean late;

    Trace(Map<String, RuleDefinition> rules, FindingsCollector findings, LongSupplier nanoTime) {
        this.rules = rules;
        this.findings = findings;
        this.nanoTime = nanoTime;
    }

    /// Starts a new request.
    void begin(long deadline) {
        this.deadline = deadline;
        fired.clear();
        late = false;
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
        // With direct firing, Drools does not mark matches and only releases marked ones: it would
        // retain every matched request.
        ((InternalMatch) match).setMatched(true);
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

    /// Ids of the rules that fired, sorted; valid until the next request.
    List<String> fired() {
        Collections.sort(fired);
        return fired;
    }
}
