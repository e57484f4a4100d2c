package io.verigate.api.verifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.verigate.api.decisions.DecisionResponse;
import java.util.List;

/// Result of checking a code; it does not say why a code was wrong.
///
/// @param advice for the user who typed the correct code, such as that it cancelled a replacement; omitted if empty
@Schema(description = "Whether the code was correct")
public record CheckResponse(
        boolean verified,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
                @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
                List<DecisionResponse.Advice> advice) {}
