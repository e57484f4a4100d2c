package io.verigate.ruleset;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.compile.CompilationCache;
import io.verigate.rules.lint.RuleReview;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.ruleset.RuleSetVersion.Examination;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way to a rule set that may decide: checked, fenced, compiled, every case held, warmed up. One at a time.
/// Thread-safe.
public final class RuleSetValidator {
    private static final String HELD = ".cases";
    private static final Logger LOG = LoggerFactory.getLogger(RuleSetValidator.class);

    private final RuleSetLoader loader;
    private final Consumer<Policies> prepare;
    private final Cases cases;
    private final CompilationCache remembered;
    private final ExclusiveExecutor turns;

    /// @param prepare makes of new policies what decisions need of them beside the rules; throws `InvalidRuleSetException`, or
    ///     `IllegalArgumentException` with what is wrong in them
    /// @param remembered has how many cases held
    /// @param nanoTime counts nanoseconds from any beginning
    public RuleSetValidator(
            RuleSetLoader loader,
            Consumer<Policies> prepare,
            Cases cases,
            CompilationCache remembered,
            LongSupplier nanoTime) {
        this.loader = loader;
        this.prepare = prepare;
        this.cases = cases;
        this.remembered = remembered;
        this.turns = new ExclusiveExecutor(nanoTime);
    }

    /// Runs the cases of a rule set.
    public interface Cases {
        /// How many held.
        ///
        /// @param files text by name
        /// @param next hears before every decision in which file and line its case stands, and may throw to end it
        /// @throws Faults when one does not hold
        int held(RuleSet ruleSet, Map<String, String> files, ObjIntConsumer<String> next);
    }

    /// A rule set that may decide.
    ///
    /// @param ruleSet ready, to be closed by whoever asked for it
    /// @param held how many cases held
    public record Examined(RuleSetFiles files, RuleSet ruleSet, int held) {
        /// What is kept about it. Looking for warnings takes time, so only who tells them does.
        Examination examination() {
            return new Examination(
                    ruleSet.rules().size(),
                    held,
                    RuleReview.of(files).stream().map(Diagnostic::toString).toList());
        }
    }

    /// Examines files, and leaves nothing open.
    ///
    /// @throws Faults with everything that is wrong
    /// @throws Postponed when another rule set is examined now
    public Examination examine(RuleSetFiles files) {
        Examined examined = ready(files, Limits.DEFAULT);
        try (RuleSet ruleSet = examined.ruleSet()) {
            return examined.examination();
        }
    }

    /// Makes of files a rule set that may decide. One that fails in a way that nobody foresaw has a fault like others, so
    /// that it is told of and not tried again and again.
    ///
    /// @throws Faults with everything that is wrong
    /// @throws Postponed when another rule set is examined now
    public Examined ready(RuleSetFiles files, Limits limits) {
        try {
            return turns.take(next -> ready(files, limits, next));
        } catch (InvalidRuleSetException | ValidationBusy e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("a rule set cannot be examined", e);
            throw fault(
                    "they cannot be examined, and the log of the service tells more: take back the last change (`%s`)"
                            .formatted(e));
        }
    }

    /// Does what takes as long as examining a rule set, such as running its cases once more, when it is its turn.
    ///
    /// @param work tells before every decision in which file and line its case stands
    /// @throws Faults when its cases take too long
    /// @throws Postponed when a rule set is examined now
    public <T> T inTurn(Function<ObjIntConsumer<String>, T> work) {
        return turns.take(work);
    }

    /// Ends what is examined now, and lets nothing else begin: the service ends.
    public void end() {
        turns.end();
    }

    private Examined ready(RuleSetFiles files, Limits limits, ObjIntConsumer<String> next) {
        RuleSet ruleSet = loader.load(files, limits);
        try {
            RuleReview.harmless(ruleSet.rules())
                    .ifPresent(fault -> {
                        throw new InvalidRuleSetException(List.of(fault));
                    });
            // Cases need what is prepared, too, and tell no place of what is wrong with it.
            prepare.accept(ruleSet.policies());
            int held = held(ruleSet, files, next);
            return new Examined(files, ruleSet, held);
        } catch (IllegalArgumentException e) {
            ruleSet.close();
            throw fault(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            ruleSet.close();
            throw e;
        }
    }

    private static InvalidRuleSetException fault(String message) {
        return new InvalidRuleSetException(List.of(new Diagnostic("policies", 0, 0, message)));
    }

    /// How many cases hold. They are run once for each rule set and build of the service: they reach nothing outside, so
    /// that they come out the same every time, and are most of a start.
    private int held(RuleSet ruleSet, RuleSetFiles files, ObjIntConsumer<String> next) {
        String name = files.digest() + HELD;
        Optional<byte[]> known = remembered.find(name);
        if (known.isPresent()) {
            return Integer.parseInt(new String(known.get(), StandardCharsets.US_ASCII));
        }
        int held = cases.held(ruleSet.unhurried(), files.cases(), next);
        remembered.keep(name, Integer.toString(held).getBytes(StandardCharsets.US_ASCII));
        return held;
    }
}
