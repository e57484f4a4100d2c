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

/// A Drools session that evaluates one request after another. Each evaluation retracts what it inserted, because resetting
/// the session costs more than all rules of a request and grows with the number of rules. Not thread-safe; must be
/// discarded after a failure.
///
/// Rules fire as they match (`DirectFiringOption`), because their order must not matter. The session uses the thread-safe
/// variant (`ThreadSafeOption`) all the same: single-threaded sessions share state between consequences and would mix up
/// the findings of two requests.
final class RuleSession {
    private final KieSession session;
    private final MethodHandle requests;
    private final FindingsCollector findings = new FindingsCollector();
    private final Trace trace;

    /// @param requests constructs a `Request` from facts
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

    /// Evaluates all rules.
    ///
    /// @param revision of the rule set
    /// @param start of the evaluation, in nanoseconds of the clock
    /// @throws RuleFailure when a rule throws or a limit is exceeded
    Evaluation ask(Facts facts, String revision, long start, Limits limits) {
        findings.begin(facts);
        trace.begin(start + limits.time().toNanos());
        try {
            FactHandle handle = session.insert((Object) requests.invoke(facts));
            int fired = session.fireAllRules(trace, limits.firings());
            if (trace.late() || fired >= limits.firings()) {
                throw new RuleFailure(
                        "rule " + trace.last() + " exceeded the limits of an evaluation");
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

    /// Disposes of the session.
    void close() {
        session.dispose();
    }
}
