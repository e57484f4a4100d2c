package io.verigate.api.blocks;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.activity.Block;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A block, without its subject, which is stored as a fingerprint.
///
/// @param account account whose interaction caused it
/// @param active whether it is in effect now
/// @param until its end; null if permanent
/// @param release its release; null if it was not released
@Schema(description = "A temporary or permanent block")
public record BlockResponse(
        String id,
        @Schema(example = "method") String scope,
        @Schema(
                        example = "temporary",
                        allowableValues = {"temporary", "permanent"})
                String kind,
        boolean active,
        @Schema(example = "a-1001") String account,
        @Schema(example = "high-volume") String reason,
        @Schema(example = "HV-003") String rule,
        String clause,
        String evidence,
        Instant since,
        @Nullable Instant until,
        @Nullable Release release) {
    /// A release.
    @Schema(name = "Release")
    public record Release(Instant at, String by, String reason) {}

    /// Returns the block as of a time.
    public static BlockResponse of(Block block, Instant now) {
        Block.Release how = block.release();
        return new BlockResponse(
                block.id(),
                block.scope().wireName(),
                block.until() == null ? "permanent" : "temporary",
                block.isActive(now),
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
