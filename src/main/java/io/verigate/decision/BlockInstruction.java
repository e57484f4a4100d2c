package io.verigate.decision;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a finding does about a block.
public sealed interface BlockInstruction {
    /// What is blocked.
    Scope scope();

    /// Starts a block.
    ///
    /// @param length how long; null when permanent
    record Start(Scope scope, @Nullable Duration length) implements BlockInstruction {}

    /// Restarts the active block (S16).
    ///
    /// @param length how long from now
    /// @param longest the maximum length, counted from the block's first day
    record Restart(Scope scope, Duration length, Duration longest) implements BlockInstruction {}

    /// Reports the active block and leaves it as it is.
    record Hold(Scope scope) implements BlockInstruction {}

    /// Refuses as a block does, for as long as the account's standing requires; stores no block.
    record Standing(Scope scope) implements BlockInstruction {}
}
