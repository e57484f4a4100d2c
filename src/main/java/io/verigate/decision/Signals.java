package io.verigate.decision;

import org.jspecify.annotations.Nullable;

/// What the caller knows better than the service; each overrides what the service derives.
///
/// @param lineType the kind of line; `UNKNOWN` when not told
/// @param country ISO 3166-1 alpha-2 of the source; empty when not told
/// @param asn number of the autonomous system of the source; 0 when not told
/// @param hosting whether the source is a hosting network; null when not told
/// @param anonymiser whether the source hides who uses it (VPN, Tor, open proxy); null when not told
/// @param passwordForgotten whether the person does not know the password either; null when not told
public record Signals(
        LineType lineType,
        String country,
        long asn,
        @Nullable Boolean hosting,
        @Nullable Boolean anonymiser,
        @Nullable Boolean passwordForgotten) {
    /// Nothing is told of a password.
    public Signals(
            LineType lineType,
            String country,
            long asn,
            @Nullable Boolean hosting,
            @Nullable Boolean anonymiser) {
        this(lineType, country, asn, hosting, anonymiser, null);
    }

    /// The caller told nothing.
    public static final Signals NONE = new Signals(LineType.UNKNOWN, "", 0, null, null);
}
