package io.verigate.api.journal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.api.decisions.DecisionResponse;
import java.util.List;
import java.util.Map;

/// A decision as the log has it, with everything that explains it.
///
/// @param decision the answer that was given
/// @param interaction what was assessed
/// @param account whose
/// @param channel how a code would have travelled; empty without a method
/// @param hint of the address; empty without one
/// @param region of the phone number; empty without one
/// @param facts what was known, by name
/// @param fired ids of the rules that fired
/// @param losers findings that were weaker than the verdict
@Schema(description = "A decision of the log, with everything that explains it")
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
