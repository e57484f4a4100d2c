package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Calls whose work is done beside the ledger, and that come again with their idempotency key: one effect, and the same
/// answer.
final class RepeatedCallsTest extends AnalystsService {
    private static final Map<String, String> KEY = Map.of("Idempotency-Key", "k-rules");

    @Test
    void publishesOnceAndRefusesTheKeyForOtherFiles() {
        String first = revision();
        ObjectNode files = files(first);
        edit(files, VALUES, "destinationWaitLimit: 5", "destinationWaitLimit: 4");
        dropCases(files);
        ObjectNode body = body(files).put("message", "fewer codes").put("parent", first);

        Answer published = keyed("/v1/rulesets", body.toString());
        Answer again = keyed("/v1/rulesets", body.toString());
        Answer other = keyed("/v1/rulesets", body.put("message", "other words").toString());

        assertThat(published.status()).as(published.body()).isEqualTo(201);
        // What it began with is not what decides any more, which would be a conflict.
        same(again, published);
        reused(other);
        assertThat(json(service.call("GET", "/v1/rulesets", "")).path("items")).hasSize(2);
    }

    @Test
    void activatesOnceThoughOthersWentBackMeanwhile() {
        String first = revision();
        ObjectNode files = files(first);
        edit(files, VALUES, "destinationWaitLimit: 5", "destinationWaitLimit: 4");
        dropCases(files);
        String second = kept(first, files);
        String activate = "/v1/rulesets/" + second + "/activate";

        Answer activated = keyed(activate, "");
        service.call(
                "POST", "/v1/rulesets/" + first + "/activate", "{\"replaces\":\"" + second + "\"}");
        Answer again = keyed(activate, "");
        Answer other = keyed(activate, "{\"shadow\":true}");

        assertThat(activated.status()).as(activated.body()).isEqualTo(200);
        same(again, activated);
        reused(other);
        follow(service);
        assertThat(revision()).isEqualTo(first);
    }

    @Test
    void beginsOneBacktest() {
        Answer begun = keyed("/v1/backtests", "{\"kind\":\"replay\"}");
        Answer again = keyed("/v1/backtests", "{\"kind\":\"replay\"}");
        Answer other = keyed("/v1/backtests", "{\"kind\":\"replay\",\"threads\":2}");

        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        same(again, begun);
        reused(other);
        JsonNode runs = json(service.call("GET", "/v1/backtests", "")).path("items");
        assertThat(runs).hasSize(1);
    }

    @Test
    void playsTheOperatorOnce() {
        Answer sent =
                service.call(
                        "POST",
                        "/v1/verifications",
                        "{\"account\":\"a-1\",\"method\":{\"channel\":\"email\",\"address\":\"ann@example.org\"}}");
        service.call("GET", "/sandbox/messages", "");
        String receipt =
                "{\"verification\":\"%s\",\"status\":\"%s\"}"
                        .formatted(json(sent).path("id").asText(), "%s");

        Answer first = keyed("/sandbox/receipts", receipt.formatted("delivered"));
        Answer again = keyed("/sandbox/receipts", receipt.formatted("delivered"));
        Answer other = keyed("/sandbox/receipts", receipt.formatted("undeliverable"));

        assertThat(first.status()).as(first.body()).isEqualTo(204);
        same(again, first);
        reused(other);
    }

    /// Who has to wait is told when to repeat the same call: with its key, too.
    @Test
    void letsWhoHadToWaitRepeatTheSameCall() {
        String request =
                "{\"account\":\"a-2\",\"method\":{\"channel\":\"email\",\"address\":\"bob@example.org\"}}";
        service.call("POST", "/v1/verifications", request);

        Answer early = keyed("/v1/verifications", request);
        String at = json(early).at("/decision/next/retryAt").asText();
        service.call("PUT", "/sandbox/clock", "{\"now\":\"%s\"}".formatted(at));
        Answer later = keyed("/v1/verifications", request);
        Answer again = keyed("/v1/verifications", request);

        assertThat(early.status()).as(early.body()).isEqualTo(429);
        assertThat(later.status()).as(later.body()).isEqualTo(201);
        same(again, later);
    }

    private Answer keyed(String path, String body) {
        return service.call(Role.ADMIN, "POST", path, body, KEY);
    }

    private static void same(Answer again, Answer first) {
        assertThat(again.status()).as(again.body()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.whole().headers().firstValue("Location"))
                .isEqualTo(first.whole().headers().firstValue("Location"));
    }

    private static void reused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("/problems/idempotency-key-reused");
    }
}
