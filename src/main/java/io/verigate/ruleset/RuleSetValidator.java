package io.verigate.ruleset;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.compile.CompilationCache;
import io.verigate.rules.lint.RuleReview;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
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

/// Validates rule sets: checked, fenced, compiled, warmed up, and every case passed. One at a time.
/// Thread-safe.
public final class RuleSetValidator {
    private static final String PASSED = ".cases";
    private static final Logger LOG = LoggerFactory.getLogger(RuleSetValidator.class);

    private final RuleSetLoader loader;
    private final Consumer<Policies> prepare;
    private final Cases cases;
    private final CompilationCache cache;
    private final ExclusiveExecutor executor;

    /// @param prepare builds what decisions need from new policies; throws `InvalidRuleSetException`, or
    ///     `IllegalArgumentException` with the error
    /// @param cache of the number of cases that passed
    /// @param nanoTime clock in nanoseconds, with any origin
    public RuleSetValidator(
            RuleSetLoader loader,
            Consumer<Policies> prepare,
            Cases cases,
            CompilationCache cache,
            LongSupplier nanoTime) {
        this.loader = loader;
        this.prepare = prepare;
        this.cases = cases;
        this.cache = cache;
        this.executor = new ExclusiveExecutor(nanoTime);
    }

    /// Runs the cases of a rule set.
    public interface Cases {
        /// Returns how many passed.
        ///
        /// @param files text by name
        /// @param next is called before every decision with the file and line of the case, and may throw to stop
        /// @throws InvalidRuleSetException when one fails
        int held(RuleSet ruleSet, Map<String, String> files, ObjIntConsumer<String> next);
    }

    /// A rule set that passed validation.
    ///
    /// @param ruleSet ready to use; the caller closes it
    /// @param held how many cases passed
    public record ValidatedRuleSet(RuleSetFiles files, RuleSet ruleSet, int held) {
        /// A summary with warnings, which take time to find.
        Examination examination() {
            return new Examination(
                    ruleSet.rules().size(),
                    held,
                    RuleReview.of(files).stream().map(Diagnostic::toString).toList());
        }
    }

    /// Validates files.
    ///
    /// @throws InvalidRuleSetException with all errors
    /// @throws ValidationBusy when another rule set is being validated
    public Examination examine(RuleSetFiles files) {
        ValidatedRuleSet examined = ready(files, Limits.DEFAULT);
        try (RuleSet ruleSet = examined.ruleSet()) {
            return examined.examination();
        }
    }

    /// Validates files and returns the rule set ready to use. An unexpected failure is reported as an error of the rule set, so
    /// that it is not retried again and again.
    ///
    /// @throws InvalidRuleSetException with all errors
    /// @throws ValidationBusy when another rule set is being validated
    public ValidatedRuleSet ready(RuleSetFiles files, Limits limits) {
        try {
            return executor.run(next -> ready(files, limits, next));
        } catch (InvalidRuleSetException | ValidationBusy e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("a rule set cannot be validated", e);
            throw fault(
                    "they cannot be validated; undo the last change, and see the log of the service (`%s`)"
                            .formatted(e));
        }
    }

    /// Runs other work that takes as long as a validation, such as running cases again, when it is its turn.
    ///
    /// @param work calls its argument before every decision with the file and line of the case
    /// @throws InvalidRuleSetException when its cases take too long
    /// @throws ValidationBusy when a rule set is being validated
    public <T> T inTurn(Function<ObjIntConsumer<String>, T> work) {
        return executor.run(work);
    }

    /// Stops the current validation and starts no other, because the service stops.
    public void end() {
        executor.stop();
    }

    private ValidatedRuleSet ready(RuleSetFiles files, Limits limits, ObjIntConsumer<String> next) {
        RuleSet ruleSet = loader.load(files, limits);
        try {
            RuleReview.harmless(ruleSet.rules())
                    .ifPresent(fault -> {
                        throw new InvalidRuleSetException(List.of(fault));
                    });
            // Before the cases, which need it and could not locate its errors.
            prepare.accept(ruleSet.policies());
            int held = held(ruleSet, files, next);
            return new ValidatedRuleSet(files, ruleSet, held);
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

    /// How many cases passed. They run once for each rule set and build of the service: they have no external input, so
    /// that the result never changes, and they take most of a start.
    private int held(RuleSet ruleSet, RuleSetFiles files, ObjIntConsumer<String> next) {
        String name = files.digest() + PASSED;
        Optional<byte[]> known = cache.find(name);
        if (known.isPresent()) {
            return Integer.parseInt(new String(known.get(), StandardCharsets.US_ASCII));
        }
        int held = cases.held(ruleSet.unhurried(), files.cases(), next);
        cache.keep(name, Integer.toString(held).getBytes(StandardCharsets.US_ASCII));
        return held;
    }
}
