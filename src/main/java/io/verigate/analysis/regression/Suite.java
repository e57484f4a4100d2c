package io.verigate.analysis.regression;

import io.verigate.assessment.ListCheck;
import io.verigate.policy.CaseReader;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.Policies;
import io.verigate.policy.RegressionCase;
import io.verigate.signal.Addresses;
import io.verigate.signal.Domains;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/// Everything in `*.cases.yaml`.
///
/// @param cases one decision each
/// @param timelines stories over time
public record Suite(List<RegressionCase> cases, List<Timeline> timelines) {
    public Suite {
        cases = List.copyOf(cases);
        timelines = List.copyOf(timelines);
    }

    /// Reads all files.
    ///
    /// @param policies that they test
    /// @throws Faults with every fault of every file, or of the lists of the policies that timelines need
    public static Suite read(Policies policies, Map<String, String> files) {
        ListCheck.check(policies);
        List<Diagnostic> faults = new ArrayList<>();
        List<RegressionCase> cases = List.of();
        try {
            cases = new CaseReader(policies.schema()).read(files);
        } catch (InvalidRuleSetException found) {
            faults.addAll(found.all());
        }
        Addresses addresses = new Addresses(Domains.of(policies.list("ownDomains")));
        List<Timeline> timelines = new TimelineReader(addresses, faults).read(files);
        if (!faults.isEmpty()) {
            throw new InvalidRuleSetException(faults);
        }
        return new Suite(cases, timelines);
    }

    /// How many there are.
    public int size() {
        return cases.size() + timelines.size();
    }

    /// Only those whose file and name are wanted.
    public Suite only(BiPredicate<String, String> wanted) {
        return new Suite(
                cases.stream().filter(one -> wanted.test(one.file(), one.name())).toList(),
                timelines.stream().filter(one -> wanted.test(one.file(), one.name())).toList());
    }
}
