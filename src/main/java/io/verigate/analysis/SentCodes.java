package io.verigate.analysis;

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

/// The codes that were sent during a run, as the people know them who received them. Used by one thread.
public final class SentCodes {
    private final Map<String, List<Sent>> byAccount = new HashMap<>();
    private final Map<String, Sent> byVerification = new HashMap<>();

    /// A code that was sent.
    ///
    /// @param source the client that requested it
    public record Sent(String verification, String account, Address address, Source source) {}

    /// Adds the newest code.
    public void add(Sent sent) {
        byAccount.computeIfAbsent(sent.account(), account -> new ArrayList<>(1)).add(sent);
        byVerification.put(sent.verification(), sent);
    }

    /// The code of this verification.
    public Optional<Sent> find(String verification) {
        return Optional.ofNullable(byVerification.get(verification));
    }

    /// The newest code of an account, to the address if one is given.
    public Optional<Sent> newest(String account, Optional<Address> address) {
        return newestFirst(account, address).findFirst();
    }

    /// The code that a person would enter: the newest of the account, to the address if one is given, that this client
    /// requested; the newest of all clients when it requested none.
    public Optional<Sent> entered(Interaction check) {
        Optional<Address> address = check.method().named().map(Method.Named::address);
        return newestFirst(check.account(), address)
                .filter(one -> one.source().equals(check.source()))
                .findFirst()
                .or(() -> newest(check.account(), address));
    }

    private Stream<Sent> newestFirst(String account, Optional<Address> address) {
        return byAccount.getOrDefault(account, List.of()).reversed().stream()
                .filter(one -> address.isEmpty() || address.get().equals(one.address()));
    }
}
