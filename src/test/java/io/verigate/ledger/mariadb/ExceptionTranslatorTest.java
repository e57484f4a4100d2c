package io.verigate.ledger.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.verigate.activity.BlockRepository;
import io.verigate.database.RehearsalDatabase;
import io.verigate.database.TestDatabase;
import io.verigate.ledger.LedgerUnavailable;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The exceptions that callers get when the database fails.
final class ExceptionTranslatorTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void aDatabaseThatIsAwayMakesRepositoriesUnavailable() {
        try (ApplicationContext stores =
                ApplicationContext.builder("command", RehearsalDatabase.REHEARSAL)
                        .deduceEnvironment(false)
                        .start()) {
            SettingRepository settings = stores.getBean(SettingRepository.class);
            BlockRepository blocks = stores.getBean(BlockRepository.class);

            assertUnavailable(() -> settings.findValueByName("name"));
            assertUnavailable(() -> settings.set("name", "value", NOW));
            assertUnavailable(() -> blocks.search(null, null, null, null, 1));
        }
    }

    @Test
    void aStatementThatFailsIsNotQuoted() {
        try (ApplicationContext stores = TestDatabase.stores("translated_exceptions")) {
            SettingRepository settings = stores.getBean(SettingRepository.class);

            assertUnavailable(() -> settings.set("n".repeat(101), "value", NOW));

            settings.set("name", "value", NOW);
            assertThat(settings.findValueByName("name")).contains("value");
        }
    }

    private static void assertUnavailable(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessage("the database cannot be used; try again shortly");
    }
}
