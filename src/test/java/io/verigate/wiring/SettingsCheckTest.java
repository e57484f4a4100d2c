package io.verigate.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.verigate.database.RehearsalDatabase;
import io.verigate.protection.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsCheckTest {
    @ParameterizedTest
    @CsvSource({
        "verigate.database.tls, of, 'one of `off`, `trust`, `verify`'",
        "verigate.database.pool-size, many, a whole number",
        "verigate.database.socket-timeout, 30, a time such as `30s`",
        "verigate.rules.second-person, ture, `true` or `false`"
    })
    void aSettingThatIsNotUnderstoodStopsTheStart(
            String name, String value, String expected, @TempDir Path folder)
            throws IOException, GeneralSecurityException {
        Keys.make(folder.resolve("secrets"));
        try (ApplicationContext context =
                ApplicationContext.builder()
                        .environments(RehearsalDatabase.REHEARSAL)
                        .properties(
                                Map.of(
                                        "verigate.database.url",
                                        "jdbc:mariadb://127.0.0.1/none",
                                        "verigate.database.username",
                                        "none",
                                        "verigate.keys.file",
                                        folder.resolve("secrets"),
                                        name,
                                        value))
                        .build()) {
            assertThatThrownBy(context::start)
                    .rootCause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("`%s` has to be %s; correct it".formatted(name, expected));
        }
    }
}
