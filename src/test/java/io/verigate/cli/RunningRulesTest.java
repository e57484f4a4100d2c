package io.verigate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.verigate.access.Role;
import io.verigate.api.TestService;
import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.RuleSetFollower;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/// The commands of analysts on a running service.
final class RunningRulesTest {
    @TempDir private Path home;

    @Test
    void publishesComparesAndRollsBack() throws IOException {
        copy("rules");
        copy("policies");
        try (TestService service =
                new TestService("running_rules", Map.of("verigate.rules.source", "database"))) {
            Files.writeString(home.resolve("key"), service.secret(Role.ANALYST) + "\n");
            Path values = home.resolve("policies/wait-times.yaml");
            Files.writeString(values, Files.readString(values) + "# a note\n");

            Files.writeString(
                    values, Files.readString(values).replace("values:\n", "values:\n  spare: 3\n"));
            CommandResult kept =
                    run(service, "publish", home.toString(), "-m", "a note", "--keep-only");
            assertThat(kept.text())
                    .contains("  warning: policies/wait-times.yaml:")
                    .contains("`spare`");
            assertThat(kept.text()).contains("cases passed").contains("not active, awaiting");
            String revision = kept.text().split("[ :]")[1];
            assertThat(run(service, "candidate", "start", revision).text())
                    .contains("candidate " + revision + " runs in shadow mode");
            assertThat(run(service, "candidate", "widen", "25").text()).contains("for 25 %");
            service.bean(RuleSetFollower.class).follow();
            assertThat(run(service, "candidate", "report").text())
                    .contains("candidate " + revision + " decides for 25 % of accounts")
                    .contains("no differences");
            assertThat(run(service, "candidate", "withdraw").text()).doesNotContain("candidate");

            CommandResult published = run(service, "publish", home.toString(), "-m", "a note");
            assertThat(published.text())
                    .contains("published " + revision)
                    .contains("active; every node");
            service.bean(RuleSetFollower.class).follow();
            CommandResult history = run(service, "history");
            assertThat(history.text().lines().findFirst().orElseThrow())
                    .startsWith("* " + revision)
                    .contains("analyst")
                    .endsWith("a note");
            assertThat(history.text()).contains("(folder)");
            String first = history.text().lines().toList().get(1).strip().split(" ")[0];
            assertThat(run(service, "diff", first).text())
                    .contains("changed policies/wait-times.yaml")
                    .contains("+# a note")
                    .contains("0 of 0 recent decisions would change");
            assertThat(run(service, "rollback").text())
                    .contains(first + " is active")
                    .contains("to undo: `verigate rules rollback " + revision + "`");
            service.bean(RuleSetFollower.class).follow();
            CommandResult further = run(service, "rollback");
            assertThat(further.code()).isEqualTo(ExitCode.USAGE);
            assertThat(further.text())
                    .contains("`" + first + "` is known that was not rolled back");
            Path fetched = home.resolve("fetched");
            assertThat(run(service, "fetch", revision, "-o", fetched.toString()).text())
                    .contains("files of " + revision)
                    .contains("--parent " + revision);
            assertThat(RuleSetFiles.read(fetched.resolve("rules"), fetched.resolve("policies")))
                    .isEqualTo(RuleSetFiles.read(home.resolve("rules"), home.resolve("policies")));
            CommandResult again = run(service, "fetch", "-o", fetched.toString());
            assertThat(again.code()).isEqualTo(ExitCode.USAGE);
            assertThat(again.text()).contains("is not empty");
            assertThat(run(service, "fetch", "-o", home.resolve("now").toString()).text())
                    .contains("files of " + first);
            assertThat(run(service, "fetch", "0000", "-o", home.resolve("no").toString()).code())
                    .isEqualTo(ExitCode.SOFTWARE);
            assertThat(home.resolve("no")).doesNotExist();
            assertThat(run(service, "history", "--format", "json").text())
                    .contains("\"revision\" : \"" + revision + "\"");
        }
    }

    @Test
    void reportsErrorsWithTheirExitCodes() throws IOException {
        copy("rules");
        copy("policies");
        try (TestService service =
                new TestService("running_rules", Map.of("verigate.rules.source", "database"))) {
            Files.writeString(home.resolve("key"), service.secret(Role.ANALYST));
            Path rules = home.resolve("rules/wait-times.drl");
            Files.writeString(
                    rules, Files.readString(rules).replace("sinceLastCode", "sinceLatCode"));

            CommandResult faulty = run(service, "publish", home.toString(), "-m", "oops");
            CommandResult nothing = run(service, "rollback");

            assertThat(faulty.code()).isEqualTo(ExitCode.SOFTWARE);
            assertThat(faulty.text())
                    .contains("rules/wait-times.drl:")
                    .contains("did you mean `sinceLastCode`");
            assertThat(nothing.code()).isEqualTo(ExitCode.USAGE);
            CommandResult unknown = run(service, "rollback", "a b");
            assertThat(unknown.code()).isEqualTo(ExitCode.SOFTWARE);
            assertThat(unknown.text()).contains("unknown revision");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"history", "replay --verify", "explain d-0123456789abcdef0123456789abcdef"})
    void rejectsInvalidAndUnreachableUrls(String command) throws IOException {
        Files.writeString(home.resolve("key"), "key");
        String[] arguments = command.split(" ", -1);

        CommandResult unclear = runAt("localhost:21007", arguments);
        CommandResult nobody = runAt("http://127.0.0.1:1", arguments);

        assertThat(unclear.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unclear.text()).contains("must look like `http://localhost:8080`");
        assertThat(nobody.code()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.text()).contains("cannot connect to `http://127.0.0.1:1`");
    }

    @Test
    void distinguishesASlowServiceFromAMissingOne() {
        URI url = URI.create("http://localhost:8080");

        assertThat(ServiceClient.failure(url, new HttpTimeoutException("timed out")))
                .contains("may still be working");
        assertThat(ServiceClient.failure(url, new HttpConnectTimeoutException("timed out")))
                .contains("cannot connect");
        assertThat(ServiceClient.failure(url, new ConnectException())).contains("cannot connect");
        assertThat(ServiceClient.failure(url, new IOException("reset"))).contains("was lost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                | the downloaded files are incomplete
                    {"rules/a.drl":"// a"}            | the downloaded files are incomplete
                    {"policies/../../a.yaml":"x: 1"}  | the downloaded files are not a rule set
                    """)
    void writesNothingWhenTheVersionIsIncomplete(String files, String said) throws IOException {
        Files.writeString(home.resolve("key"), "key");
        byte[] answer =
                "{\"revision\":\"0123456789abcdef\",\"files\":%s}"
                        .formatted(files)
                        .getBytes(StandardCharsets.UTF_8);
        HttpServer service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        service.createContext("/")
                .setHandler(exchange -> {
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        service.start();
        try {
            String url = "http://127.0.0.1:" + service.getAddress().getPort();
            Path folder = home.resolve("fetched");

            CommandResult fetched =
                    runAt(url, "fetch", "0123456789abcdef", "-o", folder.toString());

            assertThat(fetched.code()).isEqualTo(ExitCode.USAGE);
            assertThat(fetched.text()).contains(said);
            assertThat(folder).doesNotExist();
        } finally {
            service.stop(0);
        }
    }

    private record CommandResult(int code, String text) {}

    private CommandResult run(TestService service, String... arguments) {
        return runAt(service.url(), arguments);
    }

    private CommandResult runAt(String url, String... arguments) {
        List<String> all = new ArrayList<>(List.of("rules"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", url, "--key-file", home.resolve("key").toString()));
        StringWriter text = new StringWriter();
        CommandLine commands = Verigate.commands();
        commands.setOut(new PrintWriter(text, true));
        commands.setErr(new PrintWriter(text, true));
        int code = commands.execute(all.toArray(String[]::new));
        return new CommandResult(code, text.toString());
    }

    private void copy(String folder) throws IOException {
        Files.createDirectories(home.resolve(folder));
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
            }
        }
    }
}
