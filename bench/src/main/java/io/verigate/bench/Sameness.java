package io.verigate.bench;

import io.verigate.bench.shipped.Asked;
import io.verigate.bench.shipped.ShippedByHand;
import io.verigate.decision.Evaluation;
import io.verigate.decision.Facts;
import io.verigate.decision.Finding;
import io.verigate.decision.Merge;
import io.verigate.rules.runtime.RuleSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether all engines say the same: nothing is measured before they do.
///
/// @param volume the rules of the policy `request-volume`
record Sameness(RuleSet volume, WithEvrete evrete, WithDmn dmn) {
    /// All engines about the policy `request-volume`; zen checks itself.
    void check(List<VolumeRequest> requests) {
        for (VolumeRequest request : requests) {
            List<String> expected = HandWritten.fired(request);
            same(expected, volume.evaluate(request.facts(volume.policies().schema())).fired());
            same(expected, evrete.fired(request).stream().sorted().toList());
            same(expected, dmn.fired(request.named()).stream().sorted().toList());
        }
    }

    /// Shipped rules and the same by hand, finding by finding; every rule has to fire in some of
    /// these.
    @SafeVarargs
    static void checkShipped(RuleSet shipped, List<Facts>... requests) {
        Set<String> fired = new HashSet<>();
        for (List<Facts> some : requests) {
            for (Facts about : some) {
                Evaluation ruling = shipped.evaluate(about);
                List<Finding> byHand = ShippedByHand.findings(Asked.of(about));
                same(byRule(byHand), byRule(ruling.findings()));
                same(Merge.of(byHand), Merge.of(ruling.findings()));
                fired.addAll(ruling.fired());
            }
        }
        if (fired.size() < shipped.rules().size()) {
            throw new IllegalStateException(
                    "only " + fired + " fired: not all rules are compared; widen the requests");
        }
    }

    private static List<Finding> byRule(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparing(Finding::rule)).toList();
    }

    private static void same(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(
                    "the policies differ: " + expected + " and " + found + "; mend them first");
        }
    }
}
