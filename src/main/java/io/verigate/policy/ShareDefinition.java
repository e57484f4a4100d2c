package io.verigate.policy;

/// One count as a percentage of another.
///
/// @param name of the fact
/// @param of name of the part
/// @param in name of the whole
/// @param otherwise the share while the whole is 0
public record ShareDefinition(String name, String of, String in, long otherwise) {
    private static final long HUNDRED = 100;

    /// The share, rounded down; over 100 when the part exceeds the whole.
    public long percent(long part, long whole) {
        return whole == 0 ? otherwise : part * HUNDRED / whole;
    }
}
