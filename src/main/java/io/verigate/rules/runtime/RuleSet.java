package io.verigate.rules.runtime;

import io.verigate.decision.Evaluation;
import io.verigate.decision.Facts;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.check.ConditionFiles;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.check.RuleDefinition;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/// One revision of rules and policies, compiled. Immutable, thread-safe.
public final class RuleSet implements AutoCloseable {
    private final RuleSetFiles files;
    private final String revision;
    private final Policies policies;
    private final Map<String, RuleDefinition> rules;
    private final KieBase base;
    private final MethodHandle requests;
    // As many as were ever needed at once.
    private final Queue<RuleSession> sessions;
    private final Runnable disposal;
    private final LongSupplier nanoTime;
    private final Limits limits;
    private final Consumer<Duration> timer;
    // Read when somebody asks for it: deciding does not need it.
    private volatile @Nullable Map<String, RuleConditions> conditions;

    /// How much one evaluation may do.
    ///
    /// @param firings of rules
    /// @param time that it may take
    public record Limits(int firings, Duration time) {
        /// What a decision needs is far below.
        public static final Limits DEFAULT = new Limits(1_000, Duration.ofMillis(250));

        /// Where nobody waits for an answer: nothing fails because the machine is busy.
        public static final Limits PATIENT = new Limits(DEFAULT.firings(), Duration.ofSeconds(30));
    }

    public RuleSet(
            RuleSetFiles files,
            Policies policies,
            Map<String, RuleDefinition> rules,
            Compiled compiled,
            LongSupplier nanoTime,
            Limits limits,
            Consumer<Duration> timer) {
        this.files = files;
        this.revision = files.revision();
        this.policies = policies;
        this.rules = Map.copyOf(rules);
        this.base = compiled.base();
        this.requests = compiled.requests();
        this.sessions = new ConcurrentLinkedQueue<>();
        this.disposal = compiled.disposal();
        this.nanoTime = nanoTime;
        this.limits = limits;
        this.timer = timer;
    }

    private RuleSet(RuleSet same, Limits limits) {
        this.files = same.files;
        this.revision = same.revision;
        this.policies = same.policies;
        this.rules = same.rules;
        this.base = same.base;
        this.requests = same.requests;
        this.sessions = same.sessions;
        this.disposal = () -> {};
        this.nanoTime = same.nanoTime;
        this.limits = limits;
        this.timer = took -> {};
    }

    /// These rules for cases and explanations: as patient as can be, and not among what is measured. It is not closed
    /// itself, and good for as long as this one is open.
    public RuleSet unhurried() {
        return new RuleSet(this, Limits.PATIENT);
    }

    /// What the compiler made.
    ///
    /// @param module makes what can be loaded again
    /// @param requests makes a `Request` of facts
    /// @param disposal gives its memory back
    public record Compiled(
            Supplier<byte[]> module, KieBase base, MethodHandle requests, Runnable disposal) {}

    /// A hash over rules and policies, 16 hexadecimal digits.
    public String revision() {
        return revision;
    }

    /// The policies that the rules read.
    public Policies policies() {
        return policies;
    }

    /// What is written about the rules, by name.
    public List<RuleDefinition> rules() {
        return rules.values().stream().sorted(Comparator.comparing(RuleDefinition::id)).toList();
    }

    /// What each rule asks of a request, by the id of the rule.
    public Map<String, RuleConditions> conditions() {
        Map<String, RuleConditions> known = conditions;
        if (known == null) {
            known = Collections.unmodifiableMap(ConditionFiles.read(files.rules(), rules));
            conditions = known;
        }
        return known;
    }

    /// Asks all rules about one set of facts, made by the schema of these policies.
    ///
    /// @throws RuleFailure when a rule throws, or the limits are reached
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
