package io.verigate.api.verifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.verigate.api.decisions.DecisionResponse;
import java.util.List;

/// Whether a code was the right one; nothing tells why it was not.
///
/// @param advice for whoever typed the right code, such as that a replacement was cancelled by it; left out when there
///     is none
@Schema(description = "Whether the code was the right one")
public record CheckResponse(
        boolean verified,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
                @Schema(requiredMode = RequiredMode.NOT_REQUIRED)
                List<DecisionResponse.Advice> advice) {}
