package io.verigate.api.common.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.api.backtests.RunResponse;
import io.verigate.api.blocks.BlockResponse;
import io.verigate.api.decisions.DecisionResponse;
import io.verigate.api.journal.DecisionLogEntry;
import io.verigate.api.regions.RegionResponse;
import io.verigate.api.rulesets.RuleSetBodies;
import io.verigate.api.securityinfo.SecurityInfoResponse;
import io.verigate.sandbox.SandboxMessages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Schemas of lists, for the OpenAPI document only; `next` is null on the last page.
public final class ListSchemas {
    private ListSchemas() {}

    /// Decisions of a batch, in request order.
    @Schema(name = "DecisionBatch")
    public record Batch(List<DecisionResponse> items, @Nullable String next) {}

    /// Logged decisions.
    @Schema(name = "DecisionList")
    public record Decisions(List<DecisionLogEntry> items, @Nullable String next) {}

    /// Security info of an account.
    @Schema(name = "SecurityInfoList")
    public record SecurityInfos(List<SecurityInfoResponse> items, @Nullable String next) {}

    /// Blocks.
    @Schema(name = "BlockList")
    public record Blocks(List<BlockResponse> items, @Nullable String next) {}

    /// Regional availability.
    @Schema(name = "RegionList")
    public record Regions(List<RegionResponse> items, @Nullable String next) {}

    /// Backtests and replays.
    @Schema(name = "BacktestList")
    public record Backtests(List<RunResponse> items, @Nullable String next) {}

    /// Shadow differences.
    @Schema(name = "ShadowDifferenceList")
    public record Differences(List<RuleSetBodies.Difference> items, @Nullable String next) {}

    /// Versions of rule sets.
    @Schema(name = "RuleSetVersionList")
    public record RuleSets(List<RuleSetBodies.Version> items, @Nullable String next) {}

    /// Sandbox messages.
    @Schema(name = "MessageList")
    public record Messages(List<SandboxMessages.Message> items, @Nullable String next) {}
}
