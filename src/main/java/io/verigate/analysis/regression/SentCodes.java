package io.verigate.analysis.regression;

import io.verigate.decision.Address;
import io.verigate.decision.Interaction;
import io.verigate.decision.Method;
import io.verigate.decision.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The codes that left during a timeline, oldest first.
final class SentCodes {
    private final List<Sent> all = new ArrayList<>();
    private final Map<String, Sent> byVerification = new HashMap<>();

    /// One of them.
    ///
    /// @param source that asked for it
    record Sent(String verification, String account, Address address, Source source) {}

    void add(Sent sent) {
        all.add(sent);
        byVerification.put(sent.verification(), sent);
    }

    Optional<Sent> find(String verification) {
        return Optional.ofNullable(byVerification.get(verification));
    }

    /// The newest of an account, to the address if one is named.
    Optional<Sent> newest(String account, Optional<Address> address) {
        return fitting(account, address).findFirst();
    }

    private Stream<Sent> fitting(String account, Optional<Address> address) {
        return all.reversed().stream()
                .filter(one -> one.account().equals(account))
                .filter(one -> address.isEmpty() || address.get().equals(one.address()));
    }

    /// The one that somebody types in: the newest of the account, to the address if one is named, which this source
    /// asked for; the newest of all sources when it asked for none.
    Optional<Sent> typed(Interaction check) {
        Optional<Address> address = check.method().named().map(Method.Named::address);
        return fitting(check.account(), address)
                .filter(one -> one.source().equals(check.source()))
                .findFirst()
                .or(() -> newest(check.account(), address));
    }
}
