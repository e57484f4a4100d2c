package io.verigate.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The blocks of one subject that had not ended when they were read.
///
/// @param all in no particular order
public record Blocks(List<Block> all) {
    /// None.
    public static final Blocks NONE = new Blocks(List.of());

    public Blocks {
        all = List.copyOf(all);
    }

    /// The block that is active at a time; of several, the one that started last.
    public Optional<Block> active(Instant now) {
        return all.stream()
                .filter(block -> block.isActive(now))
                .max(Comparator.comparing(Block::since).thenComparing(Block::id));
    }

    /// These blocks with one more, or with a newer state of one of them.
    public Blocks with(Block block) {
        List<Block> next = new ArrayList<>(all);
        next.removeIf(old -> old.id().equals(block.id()));
        next.add(block);
        return new Blocks(next);
    }
}
