package io.verigate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.verigate.database.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/// `verigate keys` on a real database, without the service.
final class KeysCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Object> configuration =
            new HashMap<>(TestDatabase.properties("keys_command"));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void configure() {
        // The service would fail to start without its rules.
        configuration.put("verigate.rules.folder", "no-such-folder");
        configuration.forEach((name, value) -> System.setProperty(name, value.toString()));
    }

    @AfterEach
    void clear() {
        configuration.keySet().forEach(System::clearProperty);
    }

    @Test
    void printsOnlyTheKey() {
        assertThat(run("make", "--name", "shop", "--role", "service")).isZero();
        assertThat(out.toString().strip()).matches("vg_[A-Za-z0-9_-]{43}");
        assertThat(err.toString()).startsWith("created key `k-");
    }

    @Test
    void printsJson() throws IOException {
        assertThat(run("make", "--name", "bot", "--role", "support", "--format", "json")).isZero();
        JsonNode made = JSON.readTree(out.toString());
        assertThat(made.path("secret").asText()).startsWith("vg_");
        String id = made.path("id").asText();

        assertThat(run("revoke", id, "--format", "json")).isZero();
        assertThat(run("list", "--format", "json")).isZero();
        JsonNode keys = JSON.readTree(out.toString()).path("keys");
        assertThat(keys)
                .filteredOn(key -> key.path("id").asText().equals(id))
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.path("state").asText()).isEqualTo("revoked");
                    assertThat(key.has("secret")).isFalse();
                });
    }

    @Test
    void rejectsAnUnknownKey() {
        assertThat(run("revoke", "k-none")).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = Verigate.commands();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "keys";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return command.execute(all);
    }
}
