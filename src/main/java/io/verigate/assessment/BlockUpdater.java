package io.verigate.assessment;

import io.verigate.activity.ActivityRecords;
import io.verigate.activity.Block;
import io.verigate.activity.Blocks;
import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.BlockInstruction;
import io.verigate.decision.Decision.HeldBlock;
import io.verigate.decision.EventReport;
import io.verigate.decision.FactType;
import io.verigate.decision.Finding;
import io.verigate.decision.Ids;
import io.verigate.decision.Interaction;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The blocks that meet one interaction: reads them as facts, and does what findings order. Used by one thread.
final class BlockUpdater {
    private final Interaction interaction;
    private final Subjects subjects;
    private final TransactionView view;
    private final Instant now;
    private final Map<Scope, Block> holding = new EnumMap<>(Scope.class);

    BlockUpdater(Interaction interaction, Subjects subjects, TransactionView view, Instant now) {
        this.interaction = interaction;
        this.subjects = subjects;
        this.view = view;
        this.now = now;
        for (Scope scope : Scope.values()) {
            subjects.of(scope)
                    .flatMap(subject -> blocks(subject).holding(now))
                    .ifPresent(block -> holding.put(scope, block));
        }
    }

    /// The block of a scope that holds now.
    Optional<Block> holding(Scope scope) {
        return Optional.ofNullable(holding.get(scope));
    }

    /// Does what a finding orders, and returns the block as the person has to be told of it.
    HeldBlock carryOut(Finding finding, BlockInstruction order, CountedActivity activity) {
        return switch (order) {
            case BlockInstruction.Start start -> start(finding, start, activity);
            case BlockInstruction.Restart restart -> restart(restart.scope(), finding.until());
            case BlockInstruction.Hold hold -> told(hold.scope(), holding.get(hold.scope()));
            case BlockInstruction.Standing standing ->
                    new HeldBlock("", standing.scope(), null, "");
        };
    }

    private HeldBlock start(
            Finding finding, BlockInstruction.Start order, CountedActivity activity) {
        Optional<SubjectKey> subject = subjects.of(order.scope());
        Instant until = order.length() == null ? null : now.plus(order.length());
        if (subject.isEmpty()) {
            return new HeldBlock("", order.scope(), until, "");
        }
        Block old = holding.get(order.scope());
        if (old != null && isEnough(old, finding, until)) {
            return told(order.scope(), old);
        }
        EventReport report = interaction.reported();
        Block block =
                new Block(
                        Ids.next("b-", now),
                        order.scope(),
                        subject.get(),
                        interaction.account(),
                        finding.reason(),
                        finding.rule(),
                        report == null ? "" : report.clause(),
                        report == null ? "" : report.evidence(),
                        now,
                        until,
                        subjects.orNull(SubjectKind.SOURCE),
                        subjects.orNull(SubjectKind.DEVICE),
                        null);
        keep(block);
        activity.add(ActivityEvent.BLOCK, now, Subjects.kind(order.scope()));
        return told(order.scope(), block);
    }

    /// A block for another reason says nothing about this one, unless both begin now: then the longer one came first.
    private boolean isEnough(Block old, Finding finding, @Nullable Instant until) {
        boolean alike = old.reason().equals(finding.reason()) || old.since().equals(now);
        return alike && !end(old.until()).isBefore(end(until));
    }

    private HeldBlock restart(Scope scope, @Nullable Instant until) {
        Block old = holding.get(scope);
        if (old == null || until == null || !end(old.until()).isBefore(until)) {
            return told(scope, old);
        }
        Block longer = old.until(until);
        keep(longer);
        return told(scope, longer);
    }

    private void keep(Block block) {
        holding.put(block.scope(), block);
        view.put(ActivityRecords.BLOCKS.key(block.subject()), blocks(block.subject()).with(block));
        Key<Long, CounterRow> row = ActivityRecords.counterRow(block.subject());
        view.put(row, view.get(row).orElse(CounterRow.NONE).withBlock());
    }

    private Blocks blocks(SubjectKey subject) {
        return view.get(ActivityRecords.BLOCKS.key(subject)).orElse(Blocks.NONE);
    }

    private static HeldBlock told(Scope scope, @Nullable Block block) {
        return block == null
                ? new HeldBlock("", scope, null, "")
                : new HeldBlock(block.id(), scope, block.until(), block.clause());
    }

    private static Instant end(@Nullable Instant until) {
        return until == null ? FactType.FOREVER : until;
    }
}
