package io.verigate.api.regions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a channel serves a region.
///
/// @param reason why it is not simply available; empty when it is
/// @param until when that ends; null when it is not known
@Schema(description = "Whether a channel serves a region")
public record RegionResponse(
        @Schema(example = "GB") String region,
        @Schema(example = "sms") String channel,
        @Schema(
                        example = "available",
                        allowableValues = {"available", "limited", "unavailable", "opt-in"})
                String availability,
        String reason,
        @Nullable Instant until) {}
