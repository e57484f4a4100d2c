package io.verigate.activity;

import io.verigate.decision.FactType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The blocks of one subject that were neither released nor over when they were read.
///
/// @param all in no particular order
public record Blocks(List<Block> all) {
    /// No block.
    public static final Blocks NONE = new Blocks(List.of());

    public Blocks {
        all = List.copyOf(all);
    }

    /// The block that holds longest at a time.
    public Optional<Block> holding(Instant now) {
        return all.stream()
                .filter(block -> block.holds(now))
                .max(
                        Comparator.comparing((Block block) -> block.end().orElse(FactType.FOREVER))
                                .thenComparing(Block::id));
    }

    /// These blocks with one more, or with a newer state of one of them.
    public Blocks with(Block block) {
        List<Block> next = new ArrayList<>(all);
        next.removeIf(old -> old.id().equals(block.id()));
        next.add(block);
        return new Blocks(next);
    }
}
