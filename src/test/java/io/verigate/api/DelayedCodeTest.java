package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A code that the rules put off for hours leaves when it was promised, and is worth something from then on.
final class DelayedCodeTest extends AnalystsService {
    private static final String ADDRESS = "ann@example.org";

    @Test
    void leavesAtItsTimeAndExpiresFromThere() {
        String first = revision();
        ObjectNode files = files(first);
        files.put("policies/late.yaml", "policy: late\nvalues:\n  muchLater: 2h\n");
        files.put(
                "rules/late.drl",
                """
                rule "Mail is late"
                  @id("LT-001") @summary("s") @reason("late") @owner("o") @requirement("s") @since("2026-11-24")
                when
                  Request( asksForCode, channel == "email", $delay : muchLater )
                then
                  findings.delay($delay);
                end
                """);
        dropCases(files);
        assertThat(publish(Role.ADMIN, first, files, "late").status()).isEqualTo(201);
        follow(service);

        Answer sent =
                service.call(
                        "POST",
                        "/v1/verifications",
                        "{\"account\":\"a-late\",\"method\":{\"channel\":\"email\",\"address\":\"%s\"}}"
                                .formatted(ADDRESS));

        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        Instant deliverAt = Instant.parse(json(sent).path("deliverAt").asText());
        assertThat(deliverAt)
                .isEqualTo(
                        Instant.parse(json(sent).at("/decision/at").asText())
                                .plus(Duration.ofHours(2)));
        assertThat(Instant.parse(json(sent).path("expiresAt").asText()))
                .isEqualTo(deliverAt.plus(Duration.ofMinutes(10)));
        assertThat(messages()).isEmpty();
        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT2H1M\"}");
        assertThat(messages()).hasSize(1);
        String code = messages().path(0).path("code").asText();
        String check = "/v1/verifications/" + json(sent).path("id").asText() + "/check";
        assertThat(service.call("POST", check, "{\"code\":\"" + code + "\"}").body())
                .contains("\"verified\":true");
    }

    private JsonNode messages() {
        return json(service.call("GET", "/sandbox/messages?to=" + ADDRESS, "")).path("items");
    }
}
