package io.verigate.api.verifications;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.api.decisions.DecisionResponse;
import org.jspecify.annotations.Nullable;

/// What came of the report of a code that nobody asked for.
///
/// @param decision null when none results
@Schema(description = "What came of the report of a code that nobody asked for")
public record ReportResponse(
        String id,
        @Schema(example = "reported") String state,
        @Nullable DecisionResponse decision) {}
