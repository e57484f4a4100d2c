package io.verigate.rules.runtime;

import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.policy.CounterDefinition;
import io.verigate.policy.CounterValues;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.GapDefinition;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.check.DelayCheck;
import io.verigate.rules.check.RuleCheck;
import io.verigate.rules.check.RuleConditions;
import io.verigate.rules.compile.CompilationCache;
import io.verigate.rules.compile.RuleCompiler;
import io.verigate.rules.runtime.RuleSet.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Checks, compiles and warms up a rule set.
public final class RuleSetLoader {
    /// Counts of a service without any history.
    static final CounterValues NOTHING =
            new CounterValues() {
                @Override
                public long count(CounterDefinition counter) {
                    return 0;
                }

                @Override
                public Duration since(GapDefinition gap) {
                    return FactType.NEVER;
                }
            };

    private static final int WARM_UP_ROUNDS = 50;
    private static final String COMPILED = ".compiled";

    private final LongSupplier nanoTime;
    private final Consumer<Duration> timer;
    private final CompilationCache remembered;

    /// @param nanoTime monotonic clock in nanoseconds
    public RuleSetLoader(LongSupplier nanoTime) {
        this(nanoTime, took -> {}, CompilationCache.NOTHING);
    }

    /// @param timer receives the duration of every evaluation
    /// @param remembered cache of compiled rules, because compiling takes longest
    public RuleSetLoader(
            LongSupplier nanoTime, Consumer<Duration> timer, CompilationCache remembered) {
        this.nanoTime = nanoTime;
        this.timer = timer;
        this.remembered = remembered;
    }

    /// @throws io.verigate.policy.InvalidRuleSetException with all faults of all files
    public RuleSet load(RuleSetFiles files) {
        return load(files, Limits.DEFAULT);
    }

    /// @param limits of every evaluation
    /// @throws io.verigate.policy.InvalidRuleSetException with all faults of all files
    public RuleSet load(RuleSetFiles files, Limits limits) {
        Policies policies = Policies.read(files.policies());
        RuleCheck check = new RuleCheck(policies);
        Map<String, RuleConditions> rules = check.check(files.rules());
        List<Diagnostic> delays = new DelayCheck(policies).all(check.rules());
        if (!delays.isEmpty()) {
            throw new InvalidRuleSetException(delays);
        }
        RuleSet.Compiled compiled = compiled(files.digest() + COMPILED, check, policies);
        RuleSet ruleSet =
                new RuleSet(files.revision(), policies, rules, compiled, nanoTime, limits, timer);
        try {
            warmUp(ruleSet.unhurried());
            return ruleSet;
        } catch (RuleFailure e) {
            ruleSet.close();
            throw new InvalidRuleSetException(List.of(new Diagnostic("rules", 0, 0, told(e))));
        }
    }

    /// Rules are parsed and checked on every load. Compiled classes may come from the cache and pass the same gates again.
    private RuleSet.Compiled compiled(String name, RuleCheck check, Policies policies) {
        Optional<byte[]> known = remembered.find(name);
        if (known.isPresent()) {
            return RuleCompiler.load(known.get(), check, policies);
        }
        RuleSet.Compiled compiled = RuleCompiler.compile(check, policies);
        remembered.keep(name, compiled.module().get());
        return compiled;
    }

    private static String told(RuleFailure failure) {
        Throwable cause = failure.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure.getMessage()
                + " for an interaction without known facts"
                + (cause == null ? "" : ": " + cause.getMessage());
    }

    /// The first evaluations load classes, which takes longer than a decision may.
    private static void warmUp(RuleSet ruleSet) {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (InteractionKind kind : InteractionKind.values()) {
                ruleSet.evaluate(facts(ruleSet.policies(), kind));
            }
        }
    }

    private static Facts facts(Policies policies, InteractionKind kind) {
        FactsBuilder facts =
                policies.schema()
                        .builder()
                        .set(KnownFact.INTERACTION, kind.wireName())
                        .set(KnownFact.ASKS_FOR_CODE, kind == InteractionKind.SEND_CODE)
                        .set(KnownFact.NOW, Instant.EPOCH);
        policies.derive(facts, NOTHING, Instant.EPOCH);
        return facts.build();
    }
}
