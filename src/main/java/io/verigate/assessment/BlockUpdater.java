package io.verigate.assessment;

import io.verigate.activity.ActivityRecords;
import io.verigate.activity.Block;
import io.verigate.activity.Blocks;
import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.BlockInstruction;
import io.verigate.decision.Decision.ActiveBlock;
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

/// The active blocks of one interaction, and the changes that findings make to them. Used by one thread.
final class BlockUpdater {
    private final Interaction interaction;
    private final Subjects subjects;
    private final TransactionView view;
    private final Instant now;
    private final Map<Scope, Block> active = new EnumMap<>(Scope.class);

    BlockUpdater(Interaction interaction, Subjects subjects, TransactionView view, Instant now) {
        this.interaction = interaction;
        this.subjects = subjects;
        this.view = view;
        this.now = now;
        for (Scope scope : Scope.values()) {
            subjects.of(scope)
                    .flatMap(subject -> blocks(subject).active(now))
                    .ifPresent(block -> active.put(scope, block));
        }
    }

    /// The active block of a scope.
    Optional<Block> active(Scope scope) {
        return Optional.ofNullable(active.get(scope));
    }

    /// Applies the instruction of a finding, and returns the block to report.
    ActiveBlock apply(Finding finding, BlockInstruction instruction, CountedActivity activity) {
        return switch (instruction) {
            case BlockInstruction.Start start -> start(finding, start, activity);
            case BlockInstruction.Restart restart -> restart(restart.scope(), finding.until());
            case BlockInstruction.Hold hold -> report(hold.scope(), active.get(hold.scope()));
            case BlockInstruction.Standing standing ->
                    new ActiveBlock("", standing.scope(), null, "");
        };
    }

    private ActiveBlock start(
            Finding finding, BlockInstruction.Start instruction, CountedActivity activity) {
        Optional<SubjectKey> subject = subjects.of(instruction.scope());
        Instant until = instruction.length() == null ? null : now.plus(instruction.length());
        if (subject.isEmpty()) {
            return new ActiveBlock("", instruction.scope(), until, "");
        }
        Block old = active.get(instruction.scope());
        if (old != null && isEnough(old, finding, until)) {
            return report(instruction.scope(), old);
        }
        EventReport report = interaction.reported();
        Block block =
                new Block(
                        Ids.next("b-", now),
                        instruction.scope(),
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
        store(block);
        activity.add(ActivityEvent.BLOCK, now, Subjects.kind(instruction.scope()));
        return report(instruction.scope(), block);
    }

    /// A block for another reason does not replace this one, unless both start now: then the longer one came first.
    private boolean isEnough(Block old, Finding finding, @Nullable Instant until) {
        boolean comparable = old.reason().equals(finding.reason()) || old.since().equals(now);
        return comparable && !end(old.until()).isBefore(end(until));
    }

    private ActiveBlock restart(Scope scope, @Nullable Instant until) {
        Block old = active.get(scope);
        if (old == null || until == null || !end(old.until()).isBefore(until)) {
            return report(scope, old);
        }
        Block longer = old.until(until);
        store(longer);
        return report(scope, longer);
    }

    private void store(Block block) {
        active.put(block.scope(), block);
        view.put(ActivityRecords.BLOCKS.key(block.subject()), blocks(block.subject()).with(block));
        Key<Long, CounterRow> row = ActivityRecords.counterRow(block.subject());
        view.put(row, ActivityRecords.counters(view, block.subject()).withBlock());
    }

    private Blocks blocks(SubjectKey subject) {
        return view.get(ActivityRecords.BLOCKS.key(subject)).orElse(Blocks.NONE);
    }

    private static ActiveBlock report(Scope scope, @Nullable Block block) {
        return block == null
                ? new ActiveBlock("", scope, null, "")
                : new ActiveBlock(block.id(), scope, block.until(), block.clause());
    }

    private static Instant end(@Nullable Instant until) {
        return until == null ? FactType.FOREVER : until;
    }
}
