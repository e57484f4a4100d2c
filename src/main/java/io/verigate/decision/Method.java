package io.verigate.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The method of an interaction: an address, or enrolled security info.
public sealed interface Method {
    /// An address that the caller gives.
    record Named(Channel channel, Address address) implements Method {}

    /// Security info of the account, by its id.
    record Enrolled(String securityInfo) implements Method {}

    /// The interaction has no method.
    record None() implements Method {}

    /// The only `None`.
    Method NONE = new None();

    /// The named address, or empty.
    default Optional<Named> named() {
        @Nullable Named named = this instanceof Named it ? it : null;
        return Optional.ofNullable(named);
    }
}
