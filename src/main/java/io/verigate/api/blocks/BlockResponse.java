package io.verigate.api.blocks;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.activity.Block;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A block as analysts get it; whom it holds back is kept as a fingerprint and not shown.
///
/// @param account whose interaction caused it
/// @param holds whether it holds something back now
/// @param until its end; null when it is permanent
/// @param release how it was ended early; null when it was not
@Schema(description = "Something that is held back, for a time or for good")
public record BlockResponse(
        String id,
        @Schema(example = "method") String scope,
        @Schema(
                        example = "temporary",
                        allowableValues = {"temporary", "permanent"})
                String kind,
        boolean holds,
        @Schema(example = "a-1001") String account,
        @Schema(example = "high-volume") String reason,
        @Schema(example = "HV-003") String rule,
        String clause,
        String evidence,
        Instant since,
        @Nullable Instant until,
        @Nullable Release release) {
    /// How it was ended early.
    @Schema(name = "Release")
    public record Release(Instant at, String by, String reason) {}

    /// The answer at a time.
    public static BlockResponse of(Block block, Instant now) {
        Block.Release how = block.release();
        return new BlockResponse(
                block.id(),
                block.scope().wireName(),
                block.until() == null ? "permanent" : "temporary",
                block.holds(now),
                block.account(),
                block.reason(),
                block.rule(),
                block.clause(),
                block.evidence(),
                block.since(),
                block.until(),
                how == null ? null : new Release(how.at(), how.by(), how.reason()));
    }
}
