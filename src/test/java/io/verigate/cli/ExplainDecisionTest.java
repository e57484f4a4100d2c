package io.verigate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import io.verigate.access.Role;
import io.verigate.api.ServiceTest;
import io.verigate.api.TestService;
import io.verigate.api.TestService.Answer;
import io.verigate.api.journal.ExplanationResponse;
import io.verigate.journal.DecisionLog;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RevisionLookup;
import io.verigate.rules.runtime.RuleSetLoader;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A recorded decision, explained over HTTP, on the command line, and from the database.
@ServiceTest
final class ExplainDecisionTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REQUEST =
            """
            {"interaction": "send-code", "account": "a-%1$d", "source": {"ip": "198.51.100.%1$d"},
             "method": {"channel": "sms", "address": "+4474001234%1$d"}}
            """;

    @TempDir private Path folder;
    @Inject TestService service;
    private int next = 10;

    /// The second of two requests at once, by somebody who was never there before.
    private String decided() throws IOException {
        String request = REQUEST.formatted(next++);
        service.call("POST", "/v1/decisions", request);
        Answer answer = service.call("POST", "/v1/decisions", request);
        JsonNode decision = JSON.readTree(answer.body());
        assertThat(decision.path("verdict").asText()).as(answer.body()).isEqualTo("wait");
        return decision.path("id").asText();
    }

    private Answer explain(String id) {
        return service.call("GET", "/v1/decisions/" + id + "/explanation", "");
    }

    @Test
    void tellsAnalystsWhatFiredOnWhat() throws IOException {
        String id = decided();

        Answer answer =
                service.call(
                        Role.ANALYST, "GET", "/v1/decisions/" + id + "/explanation", "", Map.of());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode told = JSON.readTree(answer.body());
        assertThat(told.path("decision").asText()).isEqualTo(id);
        assertThat(told.path("asRecorded").booleanValue()).isTrue();
        assertThat(told.at("/fired/0/rule").asText()).isEqualTo("WT-001");
        assertThat(told.at("/fired/0/fate").asText()).isEqualTo("won");
        assertThat(told.at("/fired/0/on/3/why").asText()).isEqualTo("`codesInARow` is 1");
        assertThat(told.at("/nearly/0/closeness").doubleValue()).isPositive();
        assertThat(explain("d-00000000000000000000000000000000").status()).isEqualTo(404);
        assertThat(
                        service.plain("GET", "/v1/decisions/" + id + "/explanation", "", Map.of())
                                .status())
                .isEqualTo(401);
    }

    @Test
    void asksTheRuleSetThatDecidedAlsoWhenAnotherDecidesNow() throws IOException {
        String id = decided();
        ActiveRuleSet active = service.bean(ActiveRuleSet.class);
        RuleSetFiles shipped = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
        Map<String, String> policies = new HashMap<>(shipped.policies());
        policies.compute(
                "policies/wait-times.yaml",
                (name, text) -> text == null ? "" : text.replace("[30s, 60s", "[29s, 60s"));
        RuleSetFiles other = new RuleSetFiles(shipped.rules(), policies, shipped.cases());

        active.swap(new RuleSetLoader(System::nanoTime).load(other));
        String byOther = decided();

        JsonNode old = JSON.readTree(explain(id).body());
        assertThat(old.path("asRecorded").booleanValue()).isTrue();
        assertThat(old.path("ruleset").asText()).isEqualTo(shipped.revision());
        assertThat(JSON.readTree(explain(byOther).body()).path("ruleset").asText())
                .isEqualTo(other.revision());

        // The other was never kept: once it does not decide, nobody can ask it.
        active.swap(new RuleSetLoader(System::nanoTime).load(shipped));
        Answer lost = explain(byOther);
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.body()).contains(other.revision()).contains("is no longer stored");
    }

    @Test
    void tellsPeopleOnTheCommandLine() throws IOException {
        String id = decided();
        Path key = folder.resolve("key");
        Files.writeString(key, service.secret(Role.ANALYST) + "\n");
        String url = service.bean(EmbeddedServer.class).getURL().toString();
        StringWriter out = new StringWriter();
        CommandLine command = Verigate.commands().setOut(new PrintWriter(out, true));

        int code =
                command.execute("rules", "explain", id, "--url", url, "--key-file", key.toString());

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .startsWith(id + ": wait", "  WT-001 Resend: growing wait between codes")
                .contains("    `codesInARow > 0` holds: `codesInARow` is 1");
    }

    @Test
    void tellsTheSameFromTheDatabase() throws IOException {
        String id = decided();

        ExplanationResponse answer =
                DecisionExplainer.explain(
                        id, service.bean(DecisionLog.class), service.bean(RevisionLookup.class));

        assertThat(answer).isEqualTo(JSON.readValue(explain(id).body(), ExplanationResponse.class));
        assertThatThrownBy(() ->
                        DecisionExplainer.explain(
                                "d-0",
                                service.bean(DecisionLog.class),
                                service.bean(RevisionLookup.class)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("`d-0`");
    }
}
