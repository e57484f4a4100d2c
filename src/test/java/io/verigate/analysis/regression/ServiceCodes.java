package io.verigate.analysis.regression;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.analysis.SentCodes;
import io.verigate.analysis.SentCodes.Sent;
import io.verigate.decision.Address;
import io.verigate.decision.Interaction;
import io.verigate.decision.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The codes that a service sent during a timeline, read from its sandbox.
final class ServiceCodes {
    private final ServiceCalls calls;
    private final SentCodes sent = new SentCodes();

    ServiceCodes(ServiceCalls calls) {
        this.calls = calls;
    }

    /// A code was sent. Returns when all that is due has left: the clock must not run ahead of it.
    void sent(String verification, Interaction interaction) {
        Address address = interaction.method().named().map(Method.Named::address).orElseThrow();
        sent.add(new Sent(verification, interaction.account(), address, interaction.source()));
        messages(address);
    }

    /// The newest of an account, to the address if one is named.
    Optional<Sent> newest(String account, Optional<Address> address) {
        return sent.newest(account, address);
    }

    /// The one that somebody types in.
    Optional<Sent> typed(Interaction check) {
        return sent.entered(check);
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

    private JsonNode messages(Address address) {
        String to = URLEncoder.encode(address.text(), StandardCharsets.UTF_8);
        return calls.call(200, "GET", "/sandbox/messages?to=" + to, "").path("items");
    }
}
