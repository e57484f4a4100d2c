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
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationHistory;
import io.verigate.verification.VerificationRepository;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

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
    InLedger verifications(InMemoryLedger ledger) {
        return new InLedger(ledger);
    }

    /// Verifications as the ledger in memory has them.
    record InLedger(InMemoryLedger ledger) implements VerificationRepository, VerificationHistory {
        @Override
        public Optional<Verification> find(String id) {
            return ledger.all(Verification.RECORDS)
                    .flatMap(all -> all.find(id).stream())
                    .findFirst();
        }

        @Override
        public List<Verification> of(String account, int most) {
            return ledger.find(Verification.RECORDS.key(account)).stream()
                    .flatMap(all -> all.all().reversed().stream())
                    .limit(most)
                    .toList();
        }
    }
}
