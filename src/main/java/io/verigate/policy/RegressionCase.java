package io.verigate.policy;

import io.verigate.decision.Scope;
import io.verigate.decision.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One decision that has to stay as it is. What is null is not compared.
///
/// @param file where it stands
/// @param line where it begins, from 1
/// @param name unique in its file
/// @param facts what is given, by name; everything else is not known, and derived facts are derived
/// @param verdict what has to come out
/// @param rules the ids of exactly the rules that fire
/// @param reasons the codes of the reasons, in any order
/// @param length until the end, from now
/// @param scope of the block
/// @param advice codes in order
/// @param route code
public record RegressionCase(
        String file,
        int line,
        String name,
        Map<String, Object> facts,
        Verdict verdict,
        List<String> rules,
        @Nullable List<String> reasons,
        @Nullable Duration length,
        @Nullable Scope scope,
        @Nullable List<String> advice,
        @Nullable String route) {
    @Override
    public String toString() {
        return name;
    }
}
