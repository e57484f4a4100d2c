package io.verigate.retention;

import io.verigate.retention.Purge.Batch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Deletes expired data in small batches. Thread-safe.
public final class Retention {
    /// Maximum number of batches of each kind in one sweep; the next sweep continues.
    private static final int MAX_BATCHES = 2_000;

    private final Purge.PurgeFactory purges;
    private final RetentionPeriods periods;
    private final InstantSource clock;
    private final Listener listener;
    private final AtomicBoolean stopped = new AtomicBoolean();

    public Retention(
            Purge.PurgeFactory purges,
            RetentionPeriods periods,
            InstantSource clock,
            Listener listener) {
        this.purges = purges;
        this.periods = periods;
        this.clock = clock;
        this.listener = listener;
    }

    /// Is called after every batch and may block, which slows down the sweep.
    @FunctionalInterface
    public interface Listener {
        /// @param deleted how many rows
        void purged(RetainedKind kept, int deleted);
    }

    /// Deletes all expired data, unless another node is doing so.
    ///
    /// @return numbers of deleted rows; empty when another node is purging
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not respond; the next sweep continues
    public Optional<Map<RetainedKind, Integer>> sweep() {
        return purges.open()
                .map(purge -> {
                    try (purge) {
                        return sweep(purge);
                    }
                });
    }

    /// Stops a sweep after the current batch.
    public void stop() {
        stopped.set(true);
    }

    private Map<RetainedKind, Integer> sweep(Purge purge) {
        Instant now = clock.instant();
        Map<RetainedKind, Integer> deleted = new EnumMap<>(RetainedKind.class);
        for (RetainedKind kept : RetainedKind.values()) {
            Instant before = now.minus(periods.of(kept));
            boolean more = true;
            for (int batches = 0; more && batches < MAX_BATCHES && !stopped.get(); batches++) {
                Batch batch = purge.next(kept, before);
                deleted.merge(kept, batch.deleted(), Integer::sum);
                listener.purged(kept, batch.deleted());
                more = batch.more();
            }
        }
        // Last, because it needs disk space, which deleting frees.
        purge.prepare(now);
        return deleted;
    }
}
