package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.access.Role;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.ActiveRuleSet.Trial;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What is decided beside, as analysts read it over HTTP, on MariaDB.
final class ShadowInterfaceTest extends AnalystsService {
    private static final String FIRST_RULE = "rule \"Destination over its ten-minute limit: wait\"";
    private static final String RULE =
            """

            rule "Numbers of this kind would be refused"
              @id("HV-099")
              @summary("Tried: no codes at all")
              @reason("high-volume")
              @owner("fraud")
              @requirement("S02")
              @since("2026-11-24")
              @mode("shadow")
            when
              Request( asksForCode, channel == "sms" )
            then
              findings.refuse();
            end
            """;

    @Test
    void aRuleInShadowModeChangesNothingAndIsCountedByVerdictAndRegion() {
        String first = revision();
        ObjectNode files = files(first);
        edit(files, RULES, FIRST_RULE, RULE + FIRST_RULE);
        dropCases(files);
        assertThat(publish(Role.ANALYST, first, files, "try HV-099").status()).isEqualTo(201);
        follow(service);
        String second = revision();

        JsonNode british = decide("a-1", "+447700900401");
        decide("a-2", "+447700900501");
        JsonNode french = decide("a-3", "+33612345678");
        JsonNode again = decide("a-3", "+33612345678");

        assertThat(british.path("ruleset").asText()).isEqualTo(second);
        assertThat(british.path("verdict").asText()).isEqualTo("allow");
        assertThat(british.path("reasons")).isEmpty();
        assertThat(british.path("shadow")).hasSize(1);
        assertThat(british.at("/shadow/0/rule").asText()).isEqualTo("HV-099");
        assertThat(british.at("/shadow/0/verdict").asText()).isEqualTo("refuse");
        assertThat(french.path("verdict").asText()).isEqualTo("allow");
        assertThat(again.path("verdict").asText()).isEqualTo("wait");
        JsonNode report = json(service.call("GET", "/v1/shadow", ""));
        assertThat(report.path("decisions").asInt()).isEqualTo(4);
        assertThat(report.path("items"))
                .allSatisfy(item -> {
                    assertThat(item.path("ruleset").asText()).isEqualTo(second);
                    assertThat(item.path("rule").asText()).isEqualTo("HV-099");
                    assertThat(item.path("other").asText()).isEqualTo("refuse");
                    assertThat(item.path("effective").asBoolean()).isFalse();
                });
        assertThat(
                        StreamSupport.stream(report.path("items").spliterator(), false)
                                .map(item ->
                                        item.path("verdict").asText()
                                                + " "
                                                + item.path("region").asText()
                                                + " "
                                                + item.path("decisions").asInt()))
                .containsExactlyInAnyOrder("allow GB 2", "allow FR 1", "wait FR 1");
        assertThat(service.call("GET", "/prometheus", "").body())
                .contains("verigate_shadow_rule_total{other=\"refuse\",region=\"FR\"");
    }

    @Test
    void tellsThatACandidateFailedTooOftenUntilItIsTriedAnew() {
        String first = revision();
        ObjectNode files = files(first);
        edit(files, VALUES, "destinationWaitLimit: 5", "destinationWaitLimit: 4");
        dropCases(files);
        String candidate = kept(first, files);
        activate(candidate);
        assertThat(decide("a-1", "+447700900601").path("ruleset").asText()).isEqualTo(candidate);
        assertThat(suspended()).isFalse();

        service.bean(ActiveRuleSet.class)
                .<Trial>decide(deciding -> {
                    Trial trial = deciding.tried().orElseThrow();
                    for (int i = 0; i < Trial.MAX_FAILURES; i++) {
                        trial.failed();
                    }
                    return trial;
                });

        assertThat(suspended()).isTrue();
        assertThat(decide("a-1", "+447700900602").path("ruleset").asText()).isEqualTo(first);
        assertThat(service.call("DELETE", "/v1/rulesets/candidate", "").status()).isEqualTo(200);
        follow(service);
        activate(candidate);
        assertThat(suspended()).isFalse();
        assertThat(decide("a-1", "+447700900603").path("ruleset").asText()).isEqualTo(candidate);
    }

    private boolean suspended() {
        JsonNode told = json(service.call("GET", "/v1/rulesets/active", "")).path("candidate");
        assertThat(told.path("share").asDouble()).isEqualTo(100);
        return told.path("suspended").asBoolean();
    }

    private void activate(String candidate) {
        TestService.Answer answer =
                service.call("POST", "/v1/rulesets/" + candidate + "/activate", "{\"share\":100}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        follow(service);
    }
}
