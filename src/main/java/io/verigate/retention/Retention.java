package io.verigate.retention;

import io.verigate.retention.Purge.Batch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Deletes what is too old, a little at a time. Thread-safe.
public final class Retention {
    /// So many turns for each kind of thing in one sweep; the next one goes on.
    private static final int MAX_TURNS = 2_000;

    private final Purge.Opening opening;
    private final RetentionPeriods periods;
    private final InstantSource clock;
    private final Listener listener;
    private final AtomicBoolean stopped = new AtomicBoolean();

    public Retention(
            Purge.Opening opening,
            RetentionPeriods periods,
            InstantSource clock,
            Listener listener) {
        this.opening = opening;
        this.periods = periods;
        this.clock = clock;
        this.listener = listener;
    }

    /// Hears of every turn, between two of them, and may take its time.
    @FunctionalInterface
    public interface Listener {
        /// @param deleted how many rows
        void purged(RetainedKind kept, int deleted);
    }

    /// Deletes everything that is too old now, or nothing while another node is at it.
    ///
    /// @return how many rows went; empty when it was another node's turn
    /// @throws io.verigate.ledger.LedgerUnavailable when the database does not answer; the next sweep goes on
    public Optional<Map<RetainedKind, Integer>> sweep() {
        return opening.open()
                .map(purge -> {
                    try (purge) {
                        return sweep(purge);
                    }
                });
    }

    /// Ends a sweep after the turn that it is at.
    public void stop() {
        stopped.set(true);
    }

    private Map<RetainedKind, Integer> sweep(Purge purge) {
        Instant now = clock.instant();
        Map<RetainedKind, Integer> deleted = new EnumMap<>(RetainedKind.class);
        for (RetainedKind kept : RetainedKind.values()) {
            Instant before = now.minus(periods.of(kept));
            boolean more = true;
            for (int turn = 0; more && turn < MAX_TURNS && !stopped.get(); turn++) {
                Batch batch = purge.next(kept, before);
                deleted.merge(kept, batch.deleted(), Integer::sum);
                listener.purged(kept, batch.deleted());
                more = batch.more();
            }
        }
        // Last, because it takes room on the disk, and deleting gives some back.
        purge.prepare(now);
        return deleted;
    }
}
