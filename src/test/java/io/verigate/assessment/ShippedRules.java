package io.verigate.assessment;

import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.ActiveRuleSet;
import io.verigate.rules.RuleSet;
import io.verigate.rules.RuleSetLoader;
import io.verigate.signal.NetworkTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// The rules and policies that ship, compiled once for all tests.
public final class ShippedRules {
    private static final NetworkTables NO_TABLES = noTables();
    private static final RuleSetFiles FILES =
            RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
    private static final RuleSet RULES = new RuleSetLoader(System::nanoTime).load(FILES);
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
        return new PolicySignals(NO_TABLES);
    }

    private static NetworkTables noTables() {
        try {
            return NetworkTables.open(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
