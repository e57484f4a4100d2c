package io.verigate.decision;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a finding wants done about a block.
public sealed interface BlockInstruction {
    /// What is held back.
    Scope scope();

    /// A new block begins.
    ///
    /// @param length how long; null when it has no end
    record Start(Scope scope, @Nullable Duration length) implements BlockInstruction {}

    /// The block that holds begins anew (S16).
    ///
    /// @param length how long from now
    /// @param longest how long at most from the block's first day
    record Restart(Scope scope, Duration length, Duration longest) implements BlockInstruction {}

    /// The block that holds is told, and stays as it is.
    record Hold(Scope scope) implements BlockInstruction {}

    /// Refused as by a block, for as long as the account's standing says so; nothing is placed.
    record Standing(Scope scope) implements BlockInstruction {}
}
