package io.verigate.bench;

import java.nio.ByteBuffer;

/// Requests of one kind, one after the other.
@FunctionalInterface
interface Calls {
    /// Writes the next one, from its first line to the end of its body.
    void next(ByteBuffer out);
}
