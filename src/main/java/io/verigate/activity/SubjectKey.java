package io.verigate.activity;

import io.verigate.decision.SubjectKind;
import io.verigate.protection.Fingerprints;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Who or what is counted or blocked, as 16 bytes: the number of the kind, then 15 bytes of the fingerprint.
///
/// Sorted by kind first, so that all nodes lock accounts before everything else, and never in circles.
public record SubjectKey(long high, long low) implements Comparable<SubjectKey> {
    /// How many bytes a key has.
    public static final int LENGTH = 16;

    private static final int KIND_SHIFT = 56;

    /// The key of a subject.
    ///
    /// @param value its plain text; an address, an IP address, an account
    public static SubjectKey of(SubjectKind kind, String value, Fingerprints fingerprints) {
        byte[] hash = fingerprints.of(kind.word(), value);
        hash[0] = (byte) kind.number();
        return parse(hash);
    }

    /// The key from its bytes; those after the sixteenth are not read.
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
        int number = (int) (high >>> KIND_SHIFT);
        for (SubjectKind kind : SubjectKind.values()) {
            if (kind.number() == number) {
                return kind;
            }
        }
        throw new IllegalStateException(
                "subject kind " + number + " is not known: was it written by a newer version?");
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
