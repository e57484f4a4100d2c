package io.verigate.app;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.verigate.crypto.KeyRing;
import io.verigate.database.RehearsalDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationCheckTest {
    @ParameterizedTest
    @CsvSource({
        "verigate.database.tls, of, 'one of `off`, `trust`, `verify`'",
        "verigate.database.pool-size, many, a whole number",
        "verigate.database.socket-timeout, 30, a time such as `30s`",
        "verigate.rules.second-person, ture, `true` or `false`",
        "verigate.sandbox.enabled, ture, `true` or `false`",
        "verigate.sandbox.beside-real-things, yes, `true` or `false`",
        "verigate.journal.keep, 90, a time such as `30s`",
        "verigate.backtests.threads, many, a whole number",
        "verigate.smtp.connections, many, a whole number"
    })
    void aSettingThatIsNotUnderstoodStopsTheStart(
            String name, String value, String expected, @TempDir Path folder)
            throws IOException, GeneralSecurityException {
        assertThatThrownBy(() -> start(folder, name, value))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`%s` has to be %s; correct it".formatted(name, expected));
    }

    @ParameterizedTest
    @CsvSource({
        "verigate.smtp.hots, 'verigate.smtp.hots` is no setting, did you mean `verigate.smtp.host`?'",
        "verigate.smtp.fromNaem, 'verigate.smtp.from-naem` is no setting, did you mean `verigate.smtp.from-name`?'",
        "verigate.rule.networks[0], 'verigate.rule.networks` is no setting, did you mean `verigate.rules.networks`?'",
        "verigate.something-else, 'verigate.something-else` is no setting;'"
    })
    void aNameThatIsNotKnownStopsTheStart(String name, String told, @TempDir Path folder) {
        assertThatThrownBy(() -> start(folder, name, "x"))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`" + told + " correct it");
    }

    @Test
    void aValueOutOfItsRangeStopsTheStart(@TempDir Path folder) {
        assertThatThrownBy(() -> start(folder, "verigate.backtests.threads", "65"))
                .rootCause()
                .hasMessage("`verigate.backtests.threads` has to be from 1 to 64");
    }

    @ParameterizedTest
    @CsvSource({"verigate.smtp.fromName, x", "verigate.rules.networks[1], ''", "verigate.smtp, ''"})
    void otherWaysToWriteASettingAreFine(String name, String value, @TempDir Path folder)
            throws IOException, GeneralSecurityException {
        start(folder, name, value);
    }

    private static void start(Path folder, String name, String value)
            throws IOException, GeneralSecurityException {
        KeyRing.make(folder.resolve("secrets"));
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
            context.start();
        }
    }
}
