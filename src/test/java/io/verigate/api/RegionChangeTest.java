package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// People tell over HTTP how a channel serves a region; it is a version of the rule set like any other.
final class RegionChangeTest extends AnalystsService {
    private static final String PLACE = "/v1/regions/BE/sms";
    private static final String NUMBER = "+32470123456";

    @Test
    void decidesByWhatWasToldAndTakesItBack() {
        String first = revision();

        Answer told = put("{\"availability\":\"unavailable\",\"reason\":\"outage\"}");

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(json(told).path("active").asBoolean()).isTrue();
        follow(service);
        assertThat(decide("a-1", NUMBER).path("verdict").asText()).isEqualTo("refuse");
        assertThat(row("BE", "sms").path("availability").asText()).isEqualTo("unavailable");
        assertThat(row("BE", "sms").path("reason").asText()).isEqualTo("outage");
        assertThat(row("BE", "voice").path("availability").asText()).isEqualTo("available");
        JsonNode version = json(service.call("GET", "/v1/rulesets", "")).at("/items/0");
        assertThat(version.path("author").asText()).isEqualTo("analyst");
        assertThat(version.path("parent").asText()).isEqualTo(first);
        assertThat(version.path("message").asText()).isEqualTo("BE by sms is unavailable: outage");

        Answer removed = service.call(Role.ANALYST, "DELETE", PLACE, "", Map.of());
        Answer again = service.call(Role.ANALYST, "DELETE", PLACE, "", Map.of());

        assertThat(removed.status()).as(removed.body()).isEqualTo(200);
        assertThat(again.status()).as(again.body()).isEqualTo(404);
        assertThat(json(service.call("GET", "/v1/rulesets", "")).path("items")).hasSize(3);
    }

    @Test
    void whatEndsGivesWayToWhatWasBefore() {
        Instant now =
                Instant.parse(json(service.call("GET", "/sandbox/clock", "")).path("now").asText());
        String until = now.plus(Duration.ofHours(1)).toString();
        assertThat(
                        put("{\"availability\":\"unavailable\",\"reason\":\"outage\",\"until\":\"%s\"}"
                                        .formatted(until))
                                .status())
                .isEqualTo(200);
        follow(service);

        String meanwhile = decide("a-1", NUMBER).path("verdict").asText();
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT2H\"}");

        assertThat(meanwhile).isEqualTo("refuse");
        assertThat(decide("a-1", NUMBER).path("verdict").asText()).isEqualTo("allow");
    }

    @Test
    void tellsTheSameTwiceWithOneVersion() {
        String body = "{\"availability\":\"limited\",\"reason\":\"late\"}";

        Answer first = put(body);
        Answer second = put(body);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(json(service.call("GET", "/v1/rulesets", "")).path("items")).hasSize(2);
    }

    @Test
    void theCasesHaveToHold() {
        Answer refused =
                service.call("PUT", "/v1/regions/AF/sms", "{\"availability\":\"available\"}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("Afghanistan needs an opt-in");
        assertThat(json(service.call("GET", "/v1/rulesets", "")).path("items")).hasSize(1);
    }

    @Test
    void refusesWhatMakesNoSense() {
        String open = "{\"availability\":\"available\"}";
        refused("/v1/regions/BE/email", open, 404, "/problems/not-found");
        refused("/v1/regions/be/sms", open, 404, "/problems/not-found");
        refused(PLACE, open.replace("available", "often"), 400, "/availability");
        refused(PLACE, open.replace("available", "limited"), 400, "/reason");
        String over = ",\"until\":\"2001-01-01T00:00:00Z\"}";
        refused(PLACE, open.replace("}", over), 400, "/until");
    }

    private void refused(String path, String body, int status, String tells) {
        Answer answer = service.call("PUT", path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(tells);
    }

    @Test
    void anotherPersonActivatesItWhereTwoAreNeeded() {
        try (TestService two =
                new TestService(
                        "region_change_by_two",
                        Map.of(
                                "verigate.rules.source",
                                "database",
                                "verigate.rules.second-person",
                                true))) {
            Answer kept =
                    two.call("PUT", PLACE, "{\"availability\":\"limited\",\"reason\":\"late\"}");

            assertThat(kept.status()).as(kept.body()).isEqualTo(202);
            assertThat(json(kept).path("awaits").asText()).contains("another person");
            String revision = json(kept).at("/version/revision").asText();
            assertThat(
                            two.call(
                                            Role.ANALYST,
                                            "POST",
                                            "/v1/rulesets/" + revision + "/activate",
                                            "",
                                            Map.of())
                                    .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theFolderIsChangedInTheFolder() {
        try (TestService folder = new TestService("region_change_of_folder", Map.of())) {
            Answer refused = folder.call("PUT", PLACE, "{\"availability\":\"available\"}");

            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains("/problems/rules-of-folder", "table `regions`");
        }
    }

    private Answer put(String body) {
        return service.call(Role.ANALYST, "PUT", PLACE, body, Map.of());
    }

    private JsonNode row(String region, String channel) {
        for (JsonNode row : json(service.call("GET", "/v1/regions", "")).path("items")) {
            if (row.path("region").asText().equals(region)
                    && row.path("channel").asText().equals(channel)) {
                return row;
            }
        }
        throw new AssertionError("not listed: " + region + ", " + channel);
    }
}
