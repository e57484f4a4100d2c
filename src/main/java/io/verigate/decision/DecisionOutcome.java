package io.verigate.decision;

import io.verigate.decision.Decision.Reason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of a decision that follows from findings and facts alone, without stored state such as the id of a block.
/// The same findings and facts always give the same outcome, so that a decision can be replayed.
///
/// @param merge of the findings
/// @param until when a delay, a wait or a temporary block ends; null when none applies
/// @param reasons why, strongest first; empty when allowed
/// @param scope of the block; null unless the verdict is `BLOCK`
public record DecisionOutcome(
        Merge merge, @Nullable Instant until, List<Reason> reasons, @Nullable Scope scope) {
    public DecisionOutcome {
        reasons = List.copyOf(reasons);
    }

    /// The outcome of these findings.
    public static DecisionOutcome of(Merge merge, Facts facts) {
        BlockStates blocks = new BlockStates(facts);
        @Nullable BlockState leading = null;
        for (Finding finding : merge.winners()) {
            if (finding.instruction() != null) {
                BlockState block = blocks.apply(finding, finding.instruction());
                leading = leading == null ? block : leading;
            }
        }
        Instant until = leading == null ? merge.until() : leading.until();
        return new DecisionOutcome(
                merge,
                FactType.FOREVER.equals(until) ? null : until,
                reasons(merge, blocks),
                merge.leader()
                        .flatMap(Finding::blockInstruction)
                        .map(BlockInstruction::scope)
                        .orElse(null));
    }

    private static List<Reason> reasons(Merge merge, BlockStates blocks) {
        if (merge.verdict() == Verdict.ALLOW) {
            return List.of();
        }
        return merge.winners().stream()
                .map(finding -> new Reason(blocks.reason(finding), finding.rule()))
                .distinct()
                .toList();
    }

    /// An active block, as facts describe it.
    ///
    /// @param until its end; `FOREVER` when permanent; null when no block is active
    /// @param reason that it started with
    /// @param isNew whether it starts with this decision
    private record BlockState(@Nullable Instant until, String reason, boolean isNew) {
        static final BlockState NONE = new BlockState(null, "", false);

        /// Whether another block adds nothing to this one. A block for another reason adds something, unless both start
        /// now.
        boolean isEnough(BlockState other) {
            return until != null
                    && (isNew || reason.equals(other.reason))
                    && !until.isBefore(Objects.requireNonNull(other.until));
        }
    }

    /// The blocks of the interaction: as the facts describe them, then as each finding changes them.
    private static final class BlockStates {
        private final Map<Scope, BlockState> active = new EnumMap<>(Scope.class);
        private final Instant now;

        BlockStates(Facts facts) {
            now = (Instant) facts.get(KnownFact.NOW);
            for (Scope scope : Scope.values()) {
                BlockFacts names = BlockFacts.of(scope);
                if ((Boolean) facts.get(names.blocked())) {
                    active.put(
                            scope,
                            new BlockState(
                                    (Instant) facts.get(names.until()),
                                    (String) facts.get(names.reason()),
                                    false));
                }
            }
        }

        /// Applies an instruction and returns the block to report.
        BlockState apply(Finding finding, BlockInstruction instruction) {
            BlockState old = active.getOrDefault(instruction.scope(), BlockState.NONE);
            return switch (instruction) {
                case BlockInstruction.Start start ->
                        longer(
                                start.scope(),
                                old,
                                new BlockState(
                                        start.length() == null
                                                ? FactType.FOREVER
                                                : now.plus(start.length()),
                                        finding.reason(),
                                        true));
                case BlockInstruction.Restart restart ->
                        old == BlockState.NONE || finding.until() == null
                                ? old
                                : longer(
                                        restart.scope(),
                                        old,
                                        new BlockState(finding.until(), old.reason(), old.isNew()));
                case BlockInstruction.Hold hold -> old;
                case BlockInstruction.Standing standing -> BlockState.NONE;
            };
        }

        private BlockState longer(Scope scope, BlockState old, BlockState next) {
            if (old.isEnough(next)) {
                return old;
            }
            active.put(scope, next);
            return next;
        }

        /// An active block keeps the reason that it started with.
        String reason(Finding finding) {
            boolean keeps =
                    finding.instruction() instanceof BlockInstruction.Hold
                            || finding.instruction() instanceof BlockInstruction.Restart;
            return Optional.ofNullable(finding.instruction())
                    .filter(instruction -> keeps)
                    .map(instruction -> active.get(instruction.scope()))
                    .map(BlockState::reason)
                    .orElse(finding.reason());
        }
    }
}
