package io.verigate.api.decisions;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A recorded event.
///
/// @param id id of the record
/// @param decision null if there is none
@Schema(description = "The recorded event")
public record EventResponse(String id, @Nullable DecisionResponse decision) {}
