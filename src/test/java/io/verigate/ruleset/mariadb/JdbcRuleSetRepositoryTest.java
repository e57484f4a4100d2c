package io.verigate.ruleset.mariadb;

import io.micronaut.context.ApplicationContext;
import io.verigate.database.TestDatabase;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetRepositoryContract;
import org.junit.jupiter.api.AfterEach;

final class JdbcRuleSetRepositoryTest extends RuleSetRepositoryContract {
    private final ApplicationContext stores = TestDatabase.stores("rule_sets");

    @AfterEach
    void close() {
        stores.close();
    }

    @Override
    protected RuleSetRepository empty() {
        return stores.getBean(RuleSetRepository.class);
    }
}
