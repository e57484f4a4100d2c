package io.verigate.ruleset.mariadb;

import io.verigate.database.TestDatabase;
import io.verigate.ruleset.RuleSets;
import io.verigate.ruleset.RuleSetsContract;

final class MariaDbRuleSetsTest extends RuleSetsContract {
    @Override
    protected RuleSets empty() {
        return new MariaDbRuleSets(TestDatabase.fresh("rule_sets"));
    }
}
