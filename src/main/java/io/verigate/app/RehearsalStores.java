package io.verigate.app;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.verigate.access.ApiKeys;
import io.verigate.access.InMemoryApiKeys;
import io.verigate.database.RehearsalDatabase;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.ledger.mariadb.GroupCommit;
import io.verigate.ruleset.InMemoryRuleSetRepository;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.verification.InMemoryVerificationRepository;
import io.verigate.verification.VerificationHistory;
import io.verigate.verification.VerificationRepository;
import jakarta.inject.Singleton;

/// What a start, decisions and checks of codes keep, in memory, while a start is rehearsed. All other stores are as
/// they always are, and find no database.
@Factory
@Requires(env = RehearsalDatabase.REHEARSAL)
final class RehearsalStores {
    @Singleton
    @Replaces(bean = GroupCommit.class, factory = StoreFactory.class)
    InMemoryLedger ledger() {
        return new InMemoryLedger();
    }

    @Singleton
    @Primary
    RuleSetRepository ruleSets() {
        return new InMemoryRuleSetRepository();
    }

    @Singleton
    @Primary
    ApiKeys apiKeys() {
        return new InMemoryApiKeys();
    }

    @Singleton
    @Bean(typed = {VerificationRepository.class, VerificationHistory.class})
    @Primary
    InMemoryVerificationRepository verifications(InMemoryLedger ledger) {
        return new InMemoryVerificationRepository(ledger);
    }
}
