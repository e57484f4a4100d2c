package io.verigate.activity;

import io.verigate.crypto.Fingerprints;
import io.verigate.decision.SubjectKind;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// The key of a subject that is counted or blocked, in 16 bytes: the number of the kind, then 15 bytes of the
/// fingerprint. A subject in the row of another, such as a number in its range, takes seven of them from that one.
///
/// Keys sort by kind first, so that all nodes lock accounts before everything else, and never deadlock in cycles.
public record SubjectKey(long high, long low) implements Comparable<SubjectKey> {
    /// The number of bytes.
    public static final int LENGTH = 16;

    private static final int KIND_SHIFT = 56;
    private static final long BELOW_KIND = (1L << KIND_SHIFT) - 1;

    /// The key of a subject.
    ///
    /// @param value its plain text: an address, an IP address, an account
    public static SubjectKey of(SubjectKind kind, String value, Fingerprints fingerprints) {
        byte[] hash = fingerprints.of(kind.wireName(), value);
        hash[0] = (byte) kind.number();
        return parse(hash);
    }

    /// The key of a subject that is counted in the row of another.
    ///
    /// @param home whose row it is
    public static SubjectKey of(
            SubjectKey home, SubjectKind kind, String value, Fingerprints fingerprints) {
        return in(home.high, kind.number(), of(kind, value, fingerprints).low);
    }

    /// The key of a subject in a row.
    static SubjectKey in(long row, int kind, long low) {
        return new SubjectKey((long) kind << KIND_SHIFT | row & BELOW_KIND, low);
    }

    /// The lower bound, inclusive, of the subjects of a home kind in a row.
    public static SubjectKey first(SubjectKind kind, long row) {
        return in(row, kind.number(), 0);
    }

    /// The upper bound, inclusive, of the same.
    public static SubjectKey last(SubjectKind kind, long row) {
        return in(row, kind.number(), -1);
    }

    /// The number of the row with its counters: the kind of its home, then seven bytes of the fingerprint. Other
    /// subjects may share the row by chance; they only wait for each other.
    public long row() {
        return (long) kind().home().number() << KIND_SHIFT | high & BELOW_KIND;
    }

    /// The kind of the home that a row belongs to.
    public static SubjectKind kind(long row) {
        return SubjectKind.of((int) (row >>> KIND_SHIFT));
    }

    /// Whether it is the home of its row.
    boolean isHome() {
        return kind().home() == kind();
    }

    /// The key from its bytes; bytes after the sixteenth are ignored.
    public static SubjectKey parse(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new SubjectKey(buffer.getLong(), buffer.getLong());
    }

    /// The 16 bytes.
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
    }

    /// The kind of the subject.
    public SubjectKind kind() {
        return kind(high);
    }

    @Override
    public int compareTo(SubjectKey other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
