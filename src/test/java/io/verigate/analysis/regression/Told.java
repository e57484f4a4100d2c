package io.verigate.analysis.regression;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.decision.FactDefinition;
import io.verigate.policy.Expectation;
import io.verigate.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads decisions as callers get them.
final class Told {
    private Told() {}

    /// What a caller sees of a decision, by the names of expectations.
    static Map<String, @Nullable Object> seen(JsonNode decision) {
        Map<String, @Nullable Object> seen = new HashMap<>();
        JsonNode next = decision.path("next");
        Instant until =
                Stream.of(
                                decision.path("deliverAt"),
                                next.path("retryAt"),
                                decision.at("/block/until"))
                        .filter(JsonNode::isTextual)
                        .map(time -> Instant.parse(time.textValue()))
                        .findFirst()
                        .orElse(null);
        seen.put("verdict", decision.path("verdict").asText());
        seen.put(
                "reasons",
                texts(decision.path("reasons"), "code").stream().distinct().sorted().toList());
        seen.put("until", until);
        seen.put(
                "for",
                until == null
                        ? null
                        : Duration.between(Instant.parse(decision.path("at").asText()), until));
        seen.put("advice", texts(next.path("advice"), "code"));
        seen.put("route", next.path("route").isNull() ? "" : next.path("route").asText());
        seen.put(
                "otherwise",
                next.path("otherwise").isNull() ? "" : next.path("otherwise").asText());
        seen.put("methods", texts(next.path("methods"), "channel"));
        seen.put("hints", texts(next.path("methods"), "hint"));
        seen.put("sender", decision.at("/sender/channel").asText(""));
        JsonNode block = decision.path("block");
        if (block.isObject()) {
            seen.put("scope", block.path("scope").asText());
            seen.put("kind", block.path("kind").asText());
            seen.put("clause", block.path("clause").asText());
        }
        return seen;
    }

    /// What came of a decision of the log.
    ///
    /// @param verified whether the typed code was the right one; null when none was compared
    static StepResult upshot(JsonNode decision, @Nullable Boolean verified, Policies policies) {
        Map<String, @Nullable Object> seen = seen(decision);
        List<String> fired = new ArrayList<>();
        decision.path("fired").forEach(id -> fired.add(id.asText()));
        seen.put(Expectation.RULES, fired);
        seen.put("verified", verified);
        return new StepResult(seen, fired, facts(decision.path("facts"), policies));
    }

    private static Map<String, Object> facts(JsonNode told, Policies policies) {
        Map<String, Object> facts = new HashMap<>();
        for (FactDefinition fact : policies.schema().definitions()) {
            JsonNode value = told.path(fact.name());
            if (!value.isMissingNode()) {
                facts.put(
                        fact.name(),
                        switch (fact.type()) {
                            case FLAG -> value.booleanValue();
                            case COUNT -> value.longValue();
                            case DURATION -> Duration.parse(value.textValue());
                            case TIME -> Instant.parse(value.textValue());
                            case TEXT -> value.textValue();
                        });
            }
        }
        return facts;
    }

    private static List<String> texts(JsonNode items, String name) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(name).asText()));
        return texts;
    }
}
