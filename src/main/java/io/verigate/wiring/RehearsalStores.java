package io.verigate.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.verigate.access.ApiKeys;
import io.verigate.access.KeysInMemory;
import io.verigate.database.RehearsalDatabase;
import io.verigate.delivery.Verification;
import io.verigate.delivery.VerificationBook;
import io.verigate.delivery.VerificationTrail;
import io.verigate.delivery.mariadb.MariaDbVerificationBook;
import io.verigate.ledger.MemoryLedger;
import io.verigate.ledger.mariadb.GroupCommit;
import io.verigate.ruleset.RuleSets;
import io.verigate.ruleset.RuleSetsInMemory;
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
    MemoryLedger ledger() {
        return new MemoryLedger();
    }

    @Singleton
    @Replaces(bean = RuleSets.class, factory = StoreFactory.class)
    RuleSets ruleSets() {
        return new RuleSetsInMemory();
    }

    @Singleton
    @Replaces(bean = ApiKeys.class, factory = StoreFactory.class)
    ApiKeys apiKeys() {
        return new KeysInMemory();
    }

    @Singleton
    @Bean(typed = {VerificationBook.class, VerificationTrail.class})
    @Replaces(bean = MariaDbVerificationBook.class, factory = StoreFactory.class)
    InLedger verifications(MemoryLedger ledger) {
        return new InLedger(ledger);
    }

    /// Verifications as the ledger in memory has them.
    record InLedger(MemoryLedger ledger) implements VerificationBook, VerificationTrail {
        @Override
        public Optional<Verification> find(String id) {
            return ledger.all(Verification.SHELF).flatMap(all -> all.find(id).stream()).findFirst();
        }

        @Override
        public List<Verification> of(String account, int most) {
            return ledger.find(Verification.SHELF.key(account)).stream()
                    .flatMap(all -> all.all().reversed().stream())
                    .limit(most)
                    .toList();
        }
    }
}
