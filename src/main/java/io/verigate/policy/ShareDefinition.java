package io.verigate.policy;

/// How many of a hundred: one count as a share of another.
///
/// @param name of the fact
/// @param of name of the part
/// @param in name of the whole
/// @param otherwise what the share is while the whole is nothing
public record ShareDefinition(String name, String of, String in, long otherwise) {
    private static final long HUNDRED = 100;

    /// The share, rounded down; more than 100 when the part is more than the whole.
    public long percent(long part, long whole) {
        return whole == 0 ? otherwise : part * HUNDRED / whole;
    }
}
