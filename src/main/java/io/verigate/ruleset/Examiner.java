package io.verigate.ruleset;

import io.verigate.policy.CaseReader;
import io.verigate.policy.Fault;
import io.verigate.policy.Faults;
import io.verigate.policy.Policies;
import io.verigate.policy.RegressionCase;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.CaseRunner;
import io.verigate.rules.RuleSet;
import io.verigate.rules.RuleSet.Limits;
import io.verigate.rules.RuleSetLoader;
import io.verigate.ruleset.Version.Examination;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The one way to a rule set that may decide: checked, fenced, compiled, every case held, warmed up. Thread-safe.
public final class Examiner {
    private final RuleSetLoader loader;
    private final Consumer<Policies> prepare;

    /// @param prepare makes of new policies what decisions need of them beside the rules; throws
    ///     `IllegalArgumentException` with what is wrong in them
    public Examiner(RuleSetLoader loader, Consumer<Policies> prepare) {
        this.loader = loader;
        this.prepare = prepare;
    }

    /// A rule set that may decide.
    ///
    /// @param ruleSet ready, to be closed by whoever asked for it
    public record Examined(RuleSet ruleSet, Examination examination) {}

    /// Examines files, and leaves nothing open.
    ///
    /// @throws Faults with everything that is wrong
    public Examination examine(RuleSetFiles files) {
        Examined examined = ready(files, Limits.DEFAULT);
        examined.ruleSet().close();
        return examined.examination();
    }

    /// Makes of files a rule set that may decide.
    ///
    /// @throws Faults with everything that is wrong
    public Examined ready(RuleSetFiles files, Limits limits) {
        RuleSet ruleSet = loader.load(files, limits);
        try {
            List<RegressionCase> cases =
                    new CaseReader(ruleSet.policies().schema()).read(files.cases());
            List<Fault> broken = broken(new CaseRunner(ruleSet), cases);
            if (!broken.isEmpty()) {
                throw new Faults(broken);
            }
            prepare.accept(ruleSet.policies());
            return new Examined(
                    ruleSet, new Examination(ruleSet.rules().size(), cases.size(), List.of()));
        } catch (IllegalArgumentException e) {
            ruleSet.close();
            throw new Faults(List.of(new Fault("policies", 0, 0, String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            ruleSet.close();
            throw e;
        }
    }

    private static List<Fault> broken(CaseRunner runner, List<RegressionCase> cases) {
        List<Fault> broken = new ArrayList<>();
        for (RegressionCase tested : cases) {
            CaseRunner.Result result = runner.run(tested);
            if (!result.holds()) {
                broken.add(
                        new Fault(
                                tested.file(),
                                tested.line(),
                                0,
                                "the case `"
                                        + tested.name()
                                        + "` does not hold: "
                                        + String.join("; ", result.differences())));
            }
        }
        return broken;
    }
}
