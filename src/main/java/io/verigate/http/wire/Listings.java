package io.verigate.http.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.sandbox.SandboxMessages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lists of the interface, for the OpenAPI document only; `next` is null on the last page.
public final class Listings {
    private Listings() {}

    /// Answers of a batch, in its order.
    @Schema(name = "DecisionBatch")
    public record Batch(List<DecisionAnswer> items, @Nullable String next) {}

    /// Decisions of the log.
    @Schema(name = "DecisionList")
    public record Decisions(List<DecisionRecord> items, @Nullable String next) {}

    /// Security info of an account.
    @Schema(name = "SecurityInfoList")
    public record SecurityInfos(List<SecurityInfoAnswer> items, @Nullable String next) {}

    /// Blocks.
    @Schema(name = "BlockList")
    public record Blocks(List<BlockAnswer> items, @Nullable String next) {}

    /// Channels in regions.
    @Schema(name = "RegionList")
    public record Regions(List<RegionAnswer> items, @Nullable String next) {}

    /// Backtests and replays.
    @Schema(name = "BacktestList")
    public record Backtests(List<RunAnswer> items, @Nullable String next) {}

    /// What one decision would have been.
    @Schema(name = "ShadowDifferenceList")
    public record Differences(List<RuleSetAnswers.Difference> items, @Nullable String next) {}

    /// Versions of rule sets.
    @Schema(name = "RuleSetVersionList")
    public record RuleSets(List<RuleSetAnswers.Version> items, @Nullable String next) {}

    /// What would have been sent.
    @Schema(name = "MessageList")
    public record Messages(List<SandboxMessages.Message> items, @Nullable String next) {}
}
