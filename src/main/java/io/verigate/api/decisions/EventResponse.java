package io.verigate.api.decisions;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What came of something that was observed.
///
/// @param id under which it is recorded
/// @param decision null when none results
@Schema(description = "What came of something that was observed")
public record EventResponse(String id, @Nullable DecisionResponse decision) {}
