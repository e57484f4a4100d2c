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
    private final BlockRepository repository;
    private final InstantSource clock;

    public ReleaseBlock(Ledger ledger, BlockRepository repository, InstantSource clock) {
        this.ledger = ledger;
        this.repository = repository;
        this.clock = clock;
    }

    /// The result of a release.
    public sealed interface ReleaseResult {
        /// The block was ended.
        record Released(Block block) implements ReleaseResult {}

        /// The block had already ended.
        record AlreadyEnded(Block block) implements ReleaseResult {}

        /// No block has this id.
        record NotFound() implements ReleaseResult {}
    }

    /// Ends a block.
    ///
    /// @param by name of the API key of the analyst
    /// @param reason in the analyst's words
    public ReleaseResult release(String id, String by, String reason) {
        Optional<Block> found = repository.find(id);
        if (found.isEmpty()) {
            return new ReleaseResult.NotFound();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return ledger.run(new ReleaseTransaction(found.get(), new Block.Release(now, by, reason)));
    }

    private record ReleaseTransaction(Block block, Block.Release release)
            implements LedgerTransaction<ReleaseResult> {
        private Key<SubjectKey, Blocks> key() {
            return ActivityRecords.BLOCKS.key(block.subject());
        }

        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(ActivityRecords.counterRow(block.subject()), key());
        }

        @Override
        public ReleaseResult run(TransactionView view) {
            // The block may have been restarted or released since it was found.
            Blocks blocks = view.get(key()).orElse(Blocks.NONE);
            Optional<Block> present =
                    blocks.all().stream()
                            .filter(one -> one.id().equals(block.id()))
                            .filter(one -> one.isActive(release.at()))
                            .findFirst();
            if (present.isEmpty()) {
                return new ReleaseResult.AlreadyEnded(block);
            }
            Block released = present.get().released(release);
            view.put(key(), blocks.with(released));
            return new ReleaseResult.Released(released);
        }
    }
}
