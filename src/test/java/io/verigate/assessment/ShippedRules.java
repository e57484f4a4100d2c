package io.verigate.assessment;

import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSetLoader;
import io.verigate.signal.NetworkTables;
import java.nio.file.Path;

/// The rules and policies that ship, compiled once for all tests.
public final class ShippedRules {
    private static final RuleSetFiles FILES =
            RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
    // Its clock stands still, so that no evaluation is late on a busy machine.
    private static final RuleSet RULES = new RuleSetLoader(() -> 0).load(FILES);
    private static final ActiveRuleSet ACTIVE = new ActiveRuleSet(RULES);

    private ShippedRules() {}

    /// Their text.
    public static RuleSetFiles files() {
        return FILES;
    }

    /// Compiled.
    public static RuleSet ruleSet() {
        return RULES;
    }

    /// The one that decides.
    public static ActiveRuleSet active() {
        return ACTIVE;
    }

    /// What addresses and networks tell, by the lists of the policies.
    public static PolicySignals signals() {
        return new PolicySignals(NetworkTables.none());
    }
}
