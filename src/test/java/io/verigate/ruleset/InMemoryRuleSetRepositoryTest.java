package io.verigate.ruleset;

final class InMemoryRuleSetRepositoryTest extends RuleSetRepositoryContract {
    @Override
    protected RuleSetRepository empty() {
        return new InMemoryRuleSetRepository();
    }
}
