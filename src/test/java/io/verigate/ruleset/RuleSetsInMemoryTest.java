package io.verigate.ruleset;

final class RuleSetsInMemoryTest extends RuleSetsContract {
    @Override
    protected RuleSets empty() {
        return new RuleSetsInMemory();
    }
}
