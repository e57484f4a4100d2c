package io.verigate.ruleset.mariadb;

import io.verigate.database.TestDatabase;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetRepositoryContract;

final class MariaDbRuleSetRepositoryTest extends RuleSetRepositoryContract {
    @Override
    protected RuleSetRepository empty() {
        return new MariaDbRuleSetRepository(TestDatabase.fresh("rule_sets"));
    }
}
