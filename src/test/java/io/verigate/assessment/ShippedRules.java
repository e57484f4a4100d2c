package io.verigate.assessment;

import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.signal.NetworkTables;
import java.nio.file.Path;

/// The shipped rules and policies, compiled once for all tests.
public final class ShippedRules {
    private static final RuleSetFiles FILES =
            RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
    // Its clock does not advance, so that no evaluation times out on a busy machine.
    private static final RuleSet RULES = new RuleSetLoader(() -> 0).load(FILES);
    private static final ActiveRuleSet ACTIVE = new ActiveRuleSet(RULES);

    private ShippedRules() {}

    /// The sources.
    public static RuleSetFiles files() {
        return FILES;
    }

    /// The compiled rule set.
    public static RuleSet ruleSet() {
        return RULES;
    }

    /// The active rule set.
    public static ActiveRuleSet active() {
        return ACTIVE;
    }

    /// Derives signals by the lists of the policies.
    public static PolicySignals signals() {
        return new PolicySignals(NetworkTables.none());
    }
}
