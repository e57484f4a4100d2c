package io.verigate.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Tells which rules decide now. Thread-safe.
public interface RuleSetReport {
    /// The rule set that decides now.
    Active active();

    /// A rule set.
    ///
    /// @param revision a hash over rules and policies
    /// @param rules by id
    @Schema(name = "RuleSet", description = "The rules that decide now")
    record Active(String revision, List<Rule> rules) {
        public Active {
            rules = List.copyOf(rules);
        }
    }

    /// One rule.
    ///
    /// @param policy the file that it stands in, without its ending
    /// @param mode `enforce` or `shadow`
    @Schema(name = "Rule")
    record Rule(
            @Schema(example = "HV-003") String id,
            String summary,
            @Schema(example = "high-volume") String policy,
            @Schema(
                            example = "enforce",
                            allowableValues = {"enforce", "shadow"})
                    String mode) {}
}
