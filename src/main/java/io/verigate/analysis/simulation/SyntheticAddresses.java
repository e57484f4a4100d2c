package io.verigate.analysis.simulation;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.KnownFact;
import io.verigate.decision.LineType;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.decision.WireEnum;
import io.verigate.policy.Policies;
import io.verigate.signal.ExampleNumbers;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Addresses in place of those that the log does not hold: the same for the same pseudonym, and telling what was
/// recorded of it, as far as an invented address can.
final class SyntheticAddresses {
    private static final int HEXTET = 0xffff;

    private final Policies policies;
    private final ExampleNumbers numbers = new ExampleNumbers();
    private final Map<String, Address> destinations = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();

    SyntheticAddresses(Policies policies) {
        this.policies = policies;
    }

    /// Where the code goes; empty without an address.
    Optional<Address> destination(RecordedInteraction recorded) {
        return recorded.destination().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        destinations.computeIfAbsent(
                                recorded.destination(), key -> invent(recorded)));
    }

    private Address invent(RecordedInteraction recorded) {
        Channel channel =
                WireEnum.parse(Channel.class, recorded.text(KnownFact.CHANNEL)).orElse(Channel.SMS);
        return channel.isPhone()
                ? numbers.next(
                        recorded.text(KnownFact.PHONE_REGION),
                        line(recorded),
                        recorded.flag(KnownFact.PHONE_VALID))
                : new EmailAddress(recorded.destination() + "@" + domain(recorded));
    }

    private String domain(RecordedInteraction recorded) {
        if (recorded.flag(KnownFact.OWN_DOMAIN_EMAIL)) {
            return first("ownDomains");
        }
        return recorded.flag(KnownFact.DISPOSABLE_EMAIL)
                ? first("disposableDomains")
                : "recorded.invalid";
    }

    private String first(String list) {
        List<String> entries = policies.list(list);
        return entries.isEmpty() ? "recorded.invalid" : entries.getFirst();
    }

    /// From where. Addresses are nobody's (RFC 4193), each in a network of its own.
    Source source(RecordedInteraction recorded) {
        String ip =
                recorded.source().isEmpty()
                        ? ""
                        : sources.computeIfAbsent(recorded.source(), key -> ip(sources.size()));
        return new Source(ip, recorded.device());
    }

    private static String ip(int which) {
        return "fd00:%x:%x::1".formatted(which / HEXTET, which % HEXTET + 1);
    }

    /// The network of such an address, as it is counted for.
    static String network(Source source) {
        return source.ip().substring(0, source.ip().length() - 1) + "/48";
    }

    /// What was recorded of address, network and pattern, so that nothing is derived from stand-ins but what their
    /// numbers were chosen for.
    Signals signals(RecordedInteraction recorded) {
        Map<Signal, Object> told = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            boolean remade =
                    signal.topic() == Signal.Topic.PATTERN && signal != Signal.TRAVEL_SPEED;
            boolean found =
                    signal == Signal.PHONE_REGION
                            || signal == Signal.LINE_TYPE
                                    && !recorded.flag(KnownFact.LINE_TYPE_TOLD);
            if (!remade && !found) {
                told.put(signal, recorded.value(signal.fact()));
            }
        }
        return new Signals(told);
    }

    private static LineType line(RecordedInteraction recorded) {
        return WireEnum.parse(LineType.class, recorded.text(KnownFact.LINE_TYPE))
                .orElse(LineType.UNKNOWN);
    }
}
