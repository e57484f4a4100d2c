package io.verigate.activity;

import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// Ends blocks early, and records who did it and why. Thread-safe.
@Singleton
public final class ReleaseBlock {
    private final Ledger ledger;
    private final BlockRepository book;
    private final InstantSource clock;

    public ReleaseBlock(Ledger ledger, BlockRepository book, InstantSource clock) {
        this.ledger = ledger;
        this.book = book;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// The block holds nothing back any more.
        record Released(Block block) implements Outcome {}

        /// It held nothing back already.
        record Over(Block block) implements Outcome {}

        /// There is no such block.
        record Unknown() implements Outcome {}
    }

    /// Ends a block.
    ///
    /// @param by name of the API key of the analyst
    /// @param reason in the analyst's words
    public Outcome release(String id, String by, String reason) {
        Optional<Block> found = book.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return ledger.run(new Releasing(found.get(), new Block.Release(now, by, reason)));
    }

    private record Releasing(Block block, Block.Release how) implements LedgerTransaction<Outcome> {
        private Key<SubjectKey, Blocks> place() {
            return ActivityRecords.BLOCKS.key(block.subject());
        }

        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(ActivityRecords.counterRow(block.subject()), place());
        }

        @Override
        public Outcome run(TransactionView view) {
            // As it is now: it may have been restarted, or released by somebody else, since it was
            // found.
            Blocks blocks = view.get(place()).orElse(Blocks.NONE);
            Optional<Block> present =
                    blocks.all().stream()
                            .filter(one -> one.id().equals(block.id()))
                            .filter(one -> one.holds(how.at()))
                            .findFirst();
            if (present.isEmpty()) {
                return new Outcome.Over(block);
            }
            Block released = present.get().released(how);
            view.put(place(), blocks.with(released));
            return new Outcome.Released(released);
        }
    }
}
