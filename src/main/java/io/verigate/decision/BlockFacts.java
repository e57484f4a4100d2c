package io.verigate.decision;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The facts that describe the block of one scope.
public record BlockFacts(
        KnownFact blocked,
        KnownFact permanent,
        KnownFact since,
        KnownFact until,
        KnownFact sameSource,
        KnownFact reason) {
    private static final Map<Scope, BlockFacts> BY_SCOPE =
            Arrays.stream(Scope.values())
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), BlockFacts::named));

    /// The facts of a scope.
    public static BlockFacts of(Scope scope) {
        return Objects.requireNonNull(BY_SCOPE.get(scope), "every scope has its facts");
    }

    private static BlockFacts named(Scope scope) {
        return new BlockFacts(
                fact(scope, "BLOCKED"),
                fact(scope, "BLOCK_PERMANENT"),
                fact(scope, "BLOCK_SINCE"),
                fact(scope, "BLOCK_UNTIL"),
                fact(scope, "BLOCK_SAME_SOURCE"),
                fact(scope, "BLOCK_REASON"));
    }

    private static KnownFact fact(Scope scope, String suffix) {
        return KnownFact.valueOf(scope.name() + '_' + suffix);
    }
}
