package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One gate (S12): on a flagged or locked account no route leads to a code or to a change of security info. Whoever adds
/// a route that does something says here whether it could, or this fails.
@ServiceTest
final class SingleDecisionPathTest {
    private static final String INFO = "/v1/accounts/{id}/security-info";
    private static final String ONE_INFO = "/v1/accounts/{account}/security-info/{securityInfo}";

    /// What does something, and cannot lead to a code or to a change of security info.
    private static final Map<String, String> ELSEWHERE =
            Map.ofEntries(
                    Map.entry("PUT /v1/accounts/{id}", "tells the standing itself"),
                    Map.entry("POST /v1/events", "takes what callers observed; tested below"),
                    Map.entry("POST /v1/verifications/{id}/unrequested", "ends a code"),
                    Map.entry("POST /v1/receipts/{provider}", "what became of a message"),
                    Map.entry("POST /sandbox/receipts", "the same, played"),
                    Map.entry("PUT /sandbox/clock", "the clock"),
                    Map.entry("POST /v1/suggestions", "reads a text, whosever it is"),
                    Map.entry("DELETE /v1/accounts/{id}/personal-data", "ends the account"),
                    Map.entry("DELETE /v1/blocks/{id}", "ends a block; the standing stays"),
                    Map.entry("POST /v1/rulesets", "rules"),
                    Map.entry("POST /v1/rulesets/validate", "rules"),
                    Map.entry("POST /v1/rulesets/{revision}/activate", "rules"),
                    Map.entry("DELETE /v1/rulesets/candidate", "rules"),
                    Map.entry("PUT /v1/regions/{region}/{channel}", "rules"),
                    Map.entry("DELETE /v1/regions/{region}/{channel}", "rules"),
                    Map.entry("POST /v1/backtests", "recorded decisions"),
                    Map.entry("DELETE /v1/backtests/{id}", "recorded decisions"));

    @Inject TestService service;

    @ParameterizedTest
    @ValueSource(strings = {"flagged", "locked"})
    void nothingLeavesAndNothingChanges(String standing) {
        BusyAccount account = new BusyAccount(service, "a-" + standing);
        account.tell("{\"standing\":\"" + standing + "\"}");
        String before = account.state();

        calls(account)
                .forEach((route, call) -> {
                    Answer answer = call.made();
                    JsonNode decision =
                            route.contains("/batch")
                                    ? BusyAccount.json(answer).at("/items/0")
                                    : route.endsWith("/v1/decisions")
                                            ? BusyAccount.json(answer)
                                            : BusyAccount.json(answer).path("decision");
                    assertThat(answer.status())
                            .as("%s: %s", route, answer.body())
                            .isEqualTo(route.contains("/v1/decisions") ? 200 : 403);
                    assertThat(decision.path("verdict").asText()).as(route).isEqualTo("block");
                    assertThat(decision.at("/reasons").findValuesAsText("code"))
                            .as(route)
                            .contains("locked-account");
                    assertThat(account.state()).as("after %s", route).isEqualTo(before);
                });
    }

    @Test
    void theSameCallsGoThroughOnAnAccountInGoodStanding() {
        BusyAccount account = new BusyAccount(service, "a-good");
        for (String route : Set.of("POST " + INFO, "POST " + ONE_INFO + "/removal/confirm")) {
            String before = account.state();
            Answer answer = calls(account).get(route).made();
            assertThat(answer.status()).as("%s: %s", route, answer.body()).isBetween(200, 201);
            assertThat(account.state()).as("after %s", route).isNotEqualTo(before);
        }
    }

    @Test
    void everyRouteThatDoesSomethingIsInOneOfTheLists() {
        Set<String> tried = calls(new BusyAccount(service, "a-list")).keySet();
        Set<String> known = new TreeSet<>(tried);
        known.addAll(ELSEWHERE.keySet());

        assertThat(tried).doesNotContainAnyElementsOf(ELSEWHERE.keySet());
        assertThat(known)
                .isEqualTo(
                        RunningRoutes.of(service).stream()
                                .filter(route -> !route.startsWith("GET "))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whatCallersObservedTakesNothingButWhatIsHeld() {
        BusyAccount account = new BusyAccount(service, "a-told");
        account.tell("{\"standing\":\"locked\"}");
        long messages = account.messages();

        for (String event : Set.of("sign-in-succeeded", "sign-in-failed", "sim-changed")) {
            assertThat(account.event(event).status()).isEqualTo(200);
        }

        assertThat(account.messages()).isEqualTo(messages);
        assertThat(account.infos())
                .containsEntry(account.phone, "confirmed")
                .containsEntry(account.passkey, "removal-requested")
                .containsEntry(account.added, "pending")
                .doesNotContainKey(account.held);
    }

    /// A call that could lead to a code or a change.
    private interface Attempt {
        Answer made();
    }

    /// Every route that could, with a call that does on an account in good standing.
    private Map<String, Attempt> calls(BusyAccount account) {
        Map<String, Attempt> calls = new LinkedHashMap<>();
        String infos = account.path + "/security-info";
        String one = infos + "/";
        String verification = "/v1/verifications/" + account.open;
        String sends = account.asking("send-code", account.number('1'));
        calls.put("POST /v1/decisions", () -> account.post("/v1/decisions", sends));
        calls.put(
                "POST /v1/decisions/batch",
                () -> account.post("/v1/decisions/batch", "[" + sends + "]"));
        calls.put(
                "POST /v1/verifications",
                () -> account.post("/v1/verifications", account.sending(account.number('5'))));
        calls.put(
                "POST /v1/verifications/{id}/resend",
                () -> account.post(verification + "/resend", account.from()));
        calls.put(
                "POST /v1/verifications/{id}/check",
                () -> account.post(verification + "/check", account.typing(account.openCode)));
        calls.put("POST " + INFO, () -> account.post(infos, account.naming(account.number('6'))));
        calls.put(
                "POST " + INFO + "/replacement",
                () -> account.post(infos + "/replacement", account.naming(account.number('7'))));
        calls.put(
                "POST " + ONE_INFO + "/confirm",
                () ->
                        account.post(
                                one + account.added + "/confirm",
                                account.typing(account.addedCode)));
        calls.put(
                "POST " + ONE_INFO + "/removal",
                () -> account.post(one + account.phone + "/removal", account.from()));
        calls.put(
                "POST " + ONE_INFO + "/removal/confirm",
                () -> account.post(one + account.passkey + "/removal/confirm", account.from()));
        calls.put(
                "POST /v1/accounts/{id}/prompt/skip",
                () -> account.post(account.path + "/prompt/skip", account.from()));
        calls.put(
                "POST " + INFO + "/clear",
                () -> account.post(infos + "/clear", "{\"reason\":\"stolen\"}"));
        calls.put(
                "POST " + INFO + "/clear/{clear}/approve",
                () ->
                        service.call(
                                Role.HELP_DESK,
                                "POST",
                                infos + "/clear/" + account.clearing + "/approve",
                                "",
                                Map.of()));
        return calls;
    }
}
