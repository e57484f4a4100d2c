package io.verigate.ruleset;

import io.verigate.policy.Fault;
import io.verigate.policy.Faults;
import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.Remembered;
import io.verigate.rules.RuleReview;
import io.verigate.rules.RuleSet;
import io.verigate.rules.RuleSet.Limits;
import io.verigate.rules.RuleSetLoader;
import io.verigate.ruleset.Version.Examination;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;

/// The one way to a rule set that may decide: checked, fenced, compiled, every case held, warmed up. Thread-safe.
public final class Examiner {
    private static final String HELD = ".cases";

    private final RuleSetLoader loader;
    private final Consumer<Policies> prepare;
    private final ToIntBiFunction<RuleSet, Map<String, String>> cases;
    private final Remembered remembered;

    /// @param prepare makes of new policies what decisions need of them beside the rules; throws `Faults`, or
    ///     `IllegalArgumentException` with what is wrong in them
    /// @param cases runs the files of cases, and tells how many held; throws `Faults` when one does not
    /// @param remembered has how many cases held
    public Examiner(
            RuleSetLoader loader,
            Consumer<Policies> prepare,
            ToIntBiFunction<RuleSet, Map<String, String>> cases,
            Remembered remembered) {
        this.loader = loader;
        this.prepare = prepare;
        this.cases = cases;
        this.remembered = remembered;
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
                    RuleReview.of(files).stream().map(Fault::toString).toList());
        }
    }

    /// Examines files, and leaves nothing open.
    ///
    /// @throws Faults with everything that is wrong
    public Examination examine(RuleSetFiles files) {
        Examined examined = ready(files, Limits.DEFAULT);
        try (RuleSet ruleSet = examined.ruleSet()) {
            return examined.examination();
        }
    }

    /// Makes of files a rule set that may decide.
    ///
    /// @throws Faults with everything that is wrong
    public Examined ready(RuleSetFiles files, Limits limits) {
        RuleSet ruleSet = loader.load(files, limits);
        try {
            RuleReview.harmless(ruleSet.rules())
                    .ifPresent(fault -> {
                        throw new Faults(List.of(fault));
                    });
            // Cases need what is prepared, too, and tell no place of what is wrong with it.
            prepare.accept(ruleSet.policies());
            int held = held(ruleSet, files);
            return new Examined(files, ruleSet, held);
        } catch (IllegalArgumentException e) {
            ruleSet.close();
            throw new Faults(List.of(new Fault("policies", 0, 0, String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            ruleSet.close();
            throw e;
        }
    }

    /// How many cases hold. They are run once for each rule set and build of the service: they reach nothing outside, so
    /// that they come out the same every time, and are most of a start.
    private int held(RuleSet ruleSet, RuleSetFiles files) {
        String name = files.digest() + HELD;
        Optional<byte[]> known = remembered.find(name);
        if (known.isPresent()) {
            return Integer.parseInt(new String(known.get(), StandardCharsets.US_ASCII));
        }
        int held = cases.applyAsInt(ruleSet.unhurried(), files.cases());
        remembered.keep(name, Integer.toString(held).getBytes(StandardCharsets.US_ASCII));
        return held;
    }
}
