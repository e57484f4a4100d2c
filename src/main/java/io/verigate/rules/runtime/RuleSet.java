package io.verigate.rules.runtime;

import io.verigate.decision.Evaluation;
import io.verigate.decision.Facts;
import io.verigate.policy.Policies;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.check.RuleDefinition;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kie.api.KieBase;

/// One revision of rules and policies, compiled. Immutable, thread-safe.
public final class RuleSet implements AutoCloseable {
    private final String revision;
    private final Policies policies;
    private final Map<String, RuleConditions> conditions;
    private final Map<String, RuleDefinition> rules;
    private final KieBase base;
    private final MethodHandle requests;
    // Grows to the highest concurrency seen.
    private final Queue<RuleSession> sessions;
    private final Runnable disposal;
    private final LongSupplier nanoTime;
    private final Limits limits;
    private final Consumer<Duration> timer;

    /// Limits of one evaluation.
    ///
    /// @param firings maximum number of rule firings
    /// @param time maximum time
    public record Limits(int firings, Duration time) {
        /// Far above what a decision needs.
        public static final Limits DEFAULT = new Limits(1_000, Duration.ofMillis(250));

        /// For offline evaluation, which must not fail on a busy machine.
        public static final Limits PATIENT = new Limits(DEFAULT.firings(), Duration.ofSeconds(30));
    }

    public RuleSet(
            String revision,
            Policies policies,
            Map<String, RuleConditions> conditions,
            Compiled compiled,
            LongSupplier nanoTime,
            Limits limits,
            Consumer<Duration> timer) {
        this.revision = revision;
        this.policies = policies;
        this.conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
        this.rules =
                conditions.values().stream()
                        .map(RuleConditions::rule)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        RuleDefinition::id, Function.identity()));
        this.base = compiled.base();
        this.requests = compiled.requests();
        this.sessions = new ConcurrentLinkedQueue<>();
        this.disposal = compiled.disposal();
        this.nanoTime = nanoTime;
        this.limits = limits;
        this.timer = timer;
    }

    private RuleSet(RuleSet same, Limits limits) {
        this.revision = same.revision;
        this.policies = same.policies;
        this.conditions = same.conditions;
        this.rules = same.rules;
        this.base = same.base;
        this.requests = same.requests;
        this.sessions = same.sessions;
        this.disposal = () -> {};
        this.nanoTime = same.nanoTime;
        this.limits = limits;
        this.timer = took -> {};
    }

    /// These rules with relaxed limits and without metrics, for cases and explanations. A view: valid while this rule set is
    /// open, and not closed itself.
    public RuleSet unhurried() {
        return new RuleSet(this, Limits.PATIENT);
    }

    /// Compiled rules.
    ///
    /// @param module supplies the bytes for the cache
    /// @param requests constructs a `Request` from facts
    /// @param disposal releases all resources
    public record Compiled(
            Supplier<byte[]> module, KieBase base, MethodHandle requests, Runnable disposal) {}

    /// A hash over rules and policies, 16 hexadecimal digits.
    public String revision() {
        return revision;
    }

    public Policies policies() {
        return policies;
    }

    /// The metadata of the rules by id.
    public List<RuleDefinition> rules() {
        return conditions.values().stream().map(RuleConditions::rule).toList();
    }

    /// The conditions by rule id, in that order.
    public Map<String, RuleConditions> conditions() {
        return conditions;
    }

    /// Evaluates all rules on facts that were built with the schema of these policies.
    ///
    /// @throws RuleFailure when a rule throws or a limit is exceeded
    public Evaluation evaluate(Facts facts) {
        long start = nanoTime.getAsLong();
        RuleSession idle = sessions.poll();
        RuleSession session =
                idle == null ? new RuleSession(base, requests, rules, nanoTime) : idle;
        boolean whole = false;
        try {
            Evaluation ruling = session.ask(facts, revision, start, limits);
            whole = true;
            return ruling;
        } finally {
            if (whole) {
                sessions.add(session);
            } else {
                session.close();
            }
            timer.accept(Duration.ofNanos(nanoTime.getAsLong() - start));
        }
    }

    @Override
    public void close() {
        for (RuleSession idle = sessions.poll(); idle != null; idle = sessions.poll()) {
            idle.close();
        }
        disposal.run();
    }
}
