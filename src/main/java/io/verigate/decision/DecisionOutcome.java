package io.verigate.decision;

import io.verigate.decision.Decision.Reason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What findings and facts alone make of a decision: everything but what is stored elsewhere, such as the id of a
/// block. The same findings and facts always give the same judgement, so that a decision can be replayed.
///
/// @param merge of the findings
/// @param until when a delay, a wait or a temporary block ends; null when no time belongs to it
/// @param reasons why, strongest first; empty when allowed
/// @param scope of the block; null unless the verdict is `BLOCK`
public record DecisionOutcome(
        Merge merge, @Nullable Instant until, List<Reason> reasons, @Nullable Scope scope) {
    public DecisionOutcome {
        reasons = List.copyOf(reasons);
    }

    /// Judges.
    public static DecisionOutcome of(Merge merge, Facts facts) {
        Blocks blocks = new Blocks(facts);
        @Nullable Held leading = null;
        for (Finding finding : merge.winners()) {
            if (finding.order() != null) {
                Held held = blocks.carryOut(finding, finding.order());
                leading = leading == null ? held : leading;
            }
        }
        Instant until = leading == null ? merge.until() : leading.until();
        return new DecisionOutcome(
                merge,
                FactType.FOREVER.equals(until) ? null : until,
                reasons(merge, blocks),
                merge.leader()
                        .flatMap(Finding::blockOrder)
                        .map(BlockInstruction::scope)
                        .orElse(null));
    }

    private static List<Reason> reasons(Merge merge, Blocks blocks) {
        if (merge.verdict() == Verdict.ALLOW) {
            return List.of();
        }
        return merge.winners().stream()
                .map(finding -> new Reason(blocks.reason(finding), finding.rule()))
                .distinct()
                .toList();
    }

    /// A block that holds.
    ///
    /// @param until its end; `FOREVER` without one; null when none holds
    /// @param reason that it began with
    /// @param now whether it begins with this decision
    private record Held(@Nullable Instant until, String reason, boolean now) {
        static final Held NONE = new Held(null, "", false);

        /// Whether another one says nothing that this one does not; a block for another reason does, unless both begin now.
        boolean isEnough(Held other) {
            return until != null
                    && (now || reason.equals(other.reason))
                    && !until.isBefore(Objects.requireNonNull(other.until));
        }
    }

    /// The blocks that meet the interaction, as the facts tell of them and as findings change them, one after the
    /// other.
    private static final class Blocks {
        private final Map<Scope, Held> holding = new EnumMap<>(Scope.class);
        private final Instant now;

        Blocks(Facts facts) {
            now = (Instant) facts.get(KnownFact.NOW);
            for (Scope scope : Scope.values()) {
                BlockFacts places = BlockFacts.of(scope);
                if ((Boolean) facts.get(places.blocked())) {
                    holding.put(
                            scope,
                            new Held(
                                    (Instant) facts.get(places.until()),
                                    (String) facts.get(places.reason()),
                                    false));
                }
            }
        }

        /// What is told of the block then.
        Held carryOut(Finding finding, BlockInstruction order) {
            Held old = holding.getOrDefault(order.scope(), Held.NONE);
            return switch (order) {
                case BlockInstruction.Start start ->
                        longer(
                                start.scope(),
                                old,
                                new Held(
                                        start.length() == null
                                                ? FactType.FOREVER
                                                : now.plus(start.length()),
                                        finding.reason(),
                                        true));
                case BlockInstruction.Restart restart ->
                        old == Held.NONE || finding.until() == null
                                ? old
                                : longer(
                                        restart.scope(),
                                        old,
                                        new Held(finding.until(), old.reason(), old.now()));
                case BlockInstruction.Hold hold -> old;
                case BlockInstruction.Standing standing -> Held.NONE;
            };
        }

        private Held longer(Scope scope, Held old, Held next) {
            if (old.isEnough(next)) {
                return old;
            }
            holding.put(scope, next);
            return next;
        }

        /// A block that holds keeps the reason that it began with.
        String reason(Finding finding) {
            boolean keeps =
                    finding.order() instanceof BlockInstruction.Hold
                            || finding.order() instanceof BlockInstruction.Restart;
            return Optional.ofNullable(finding.order())
                    .filter(order -> keeps)
                    .map(order -> holding.get(order.scope()))
                    .map(Held::reason)
                    .orElse(finding.reason());
        }
    }
}
