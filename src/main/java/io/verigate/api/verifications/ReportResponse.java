package io.verigate.api.verifications;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.api.decisions.DecisionResponse;
import org.jspecify.annotations.Nullable;

/// Result of reporting an unrequested code.
///
/// @param decision null if there is none
@Schema(description = "The result of reporting an unrequested code")
public record ReportResponse(
        String id,
        @Schema(example = "reported") String state,
        @Nullable DecisionResponse decision) {}
