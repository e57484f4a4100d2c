package io.verigate.api.regions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Availability of a channel in a region.
///
/// @param reason reason; empty if `available`
/// @param until its end; null if open
@Schema(description = "Availability of a channel in a region")
public record RegionResponse(
        @Schema(example = "GB") String region,
        @Schema(example = "sms") String channel,
        @Schema(
                        example = "available",
                        allowableValues = {"available", "limited", "unavailable", "opt-in"})
                String availability,
        String reason,
        @Nullable Instant until) {}
