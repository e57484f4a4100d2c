package io.verigate.regression;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.decision.Address;
import io.verigate.decision.Interaction;
import io.verigate.decision.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The codes that a service sent during a timeline, read from its sandbox.
final class ServiceCodes {
    private final ServiceCalls calls;
    private final List<Sent> sent = new ArrayList<>();

    ServiceCodes(ServiceCalls calls) {
        this.calls = calls;
    }

    /// A code that is on its way.
    record Sent(String verification, String account, String address) {}

    /// A code was sent. Returns when all that is due has left: the clock must not run ahead of it.
    void sent(String verification, Interaction interaction) {
        String address = address(interaction).orElseThrow();
        sent.add(new Sent(verification, interaction.account(), address));
        messages(address);
    }

    /// The newest of the account, to the address if one is named.
    Optional<Sent> newest(Interaction interaction) {
        return newest(interaction.account(), address(interaction));
    }

    /// The same.
    Optional<Sent> newest(String account, Optional<String> address) {
        return sent.reversed().stream()
                .filter(one -> one.account().equals(account))
                .filter(one -> address.isEmpty() || address.get().equals(one.address()))
                .findFirst();
    }

    /// The code itself; empty while it has not left.
    Optional<String> code(Sent one) {
        for (JsonNode message : messages(one.address())) {
            if (message.path("verification").asText().equals(one.verification())) {
                return Optional.of(message.path("code").asText());
            }
        }
        return Optional.empty();
    }

    private JsonNode messages(String address) {
        String to = URLEncoder.encode(address, StandardCharsets.UTF_8);
        return calls.call(200, "GET", "/sandbox/messages?to=" + to, "").path("items");
    }

    private static Optional<String> address(Interaction interaction) {
        return interaction.method().named().map(Method.Named::address).map(Address::text);
    }
}
