package io.verigate.api.journal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.api.decisions.DecisionResponse;
import java.util.List;
import java.util.Map;

/// A logged decision with everything that explains it.
///
/// @param decision the decision
/// @param interaction kind of interaction
/// @param account account id
/// @param channel channel of the code; empty without a method
/// @param hint hint of the address; empty without one
/// @param region region of the phone number; empty without one
/// @param facts facts by name
/// @param fired ids of the rules that fired
/// @param losers findings weaker than the verdict
@Schema(description = "A logged decision with its facts, rules and findings")
public record DecisionLogEntry(
        @JsonUnwrapped DecisionResponse decision,
        @Schema(example = "send-code") String interaction,
        @Schema(example = "a-1001") String account,
        @Schema(example = "sms") String channel,
        @Schema(example = "…23") String hint,
        @Schema(example = "GB") String region,
        Map<String, Object> facts,
        List<String> fired,
        List<DecisionResponse.Shadow> losers) {}
