package io.verigate.api.accounts;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.retention.Erasure.ErasureResult;

/// What an erasure deleted, and what it left without a name.
@Schema(description = "What went, and what is kept under a name that leads nowhere")
public record ErasureResponse(
        @Schema(description = "Whether there was an account") boolean account,
        @Schema(description = "Deleted, with their addresses") int securityInfo,
        @Schema(description = "Deleted") int verifications,
        @Schema(description = "Kept without a name") int decisions,
        @Schema(description = "Kept without a name") int blocks) {
    /// The answer.
    public static ErasureResponse of(ErasureResult erased) {
        return new ErasureResponse(
                erased.account(),
                erased.securityInfo(),
                erased.verifications(),
                erased.decisions(),
                erased.blocks());
    }
}
