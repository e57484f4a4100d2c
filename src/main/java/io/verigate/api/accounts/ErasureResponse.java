package io.verigate.api.accounts;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.retention.Erasure.ErasureResult;

/// Result of an erasure.
@Schema(description = "What was deleted, and what was anonymised")
public record ErasureResponse(
        @Schema(description = "Whether the account existed") boolean account,
        @Schema(description = "Deleted, including addresses") int securityInfo,
        @Schema(description = "Deleted") int verifications,
        @Schema(description = "Anonymised") int decisions,
        @Schema(description = "Anonymised") int blocks) {
    public static ErasureResponse of(ErasureResult erased) {
        return new ErasureResponse(
                erased.account(),
                erased.securityInfo(),
                erased.verifications(),
                erased.decisions(),
                erased.blocks());
    }
}
