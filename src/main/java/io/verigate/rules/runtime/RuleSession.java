package io.verigate.rules.runtime;

import io.verigate.decision.Evaluation;
import io.verigate.decision.Facts;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.compile.RuleCompiler;
import io.verigate.rules.runtime.RuleSet.Limits;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.function.LongSupplier;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.rule.FactHandle;

/// A session of Drools and those who listen to it, for one request after the other. Each takes out what it put in; to
/// have Drools reset a session instead costs more than all rules of a request, and grows with the number of rules. Used
/// by one thread at a time; after a failure no more.
///
/// Rules fire as they are found (`DirectFiringOption`), because their order cannot matter. The session is one for many
/// threads all the same (`ThreadSafeOption`): those for one thread share what they hand to consequences, and would mix up
/// the findings of two requests.
final class RuleSession {
    private final KieSession session;
    private final MethodHandle requests;
    private final FindingsCollector findings = new FindingsCollector();
    private final Trace trace;

    /// @param requests makes a `Request` of facts
    RuleSession(
            KieBase base,
            MethodHandle requests,
            Map<String, RuleDefinition> rules,
            LongSupplier nanoTime) {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(DirectFiringOption.YES);
        this.session = base.newKieSession(configuration, null);
        this.requests = requests;
        this.trace = new Trace(rules, findings, nanoTime);
        session.setGlobal(RuleCompiler.FINDINGS, findings);
    }

    /// Asks all rules.
    ///
    /// @param revision of the rule set
    /// @param start when that began, by the clock of nanoseconds
    /// @throws RuleFailure when a rule throws, or the limits are reached
    Evaluation ask(Facts facts, String revision, long start, Limits limits) {
        findings.begin(facts);
        trace.begin(start + limits.time().toNanos());
        try {
            FactHandle handle = session.insert((Object) requests.invoke(facts));
            int fired = session.fireAllRules(trace, limits.firings());
            if (trace.late() || fired >= limits.firings()) {
                throw new RuleFailure(
                        "rule " + trace.last() + " went over the limits of an evaluation");
            }
            if (fired > 0) {
                session.delete(handle);
            }
        } catch (RuleFailure e) {
            throw e;
        } catch (Throwable e) {
            throw new RuleFailure("rule " + trace.last() + " failed", e);
        }
        return new Evaluation(revision, trace.fired(), findings.finish());
    }

    /// Gives its memory back.
    void close() {
        session.dispose();
    }
}
