package io.verigate.analysis.simulation;

import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Verdict;
import java.time.Instant;
import java.util.Map;

/// One interaction as the log has it. Holds no address.
///
/// @param id of its decision; sorts by time
/// @param at when it was decided
/// @param verdict what was decided
/// @param account its pseudonym
/// @param destination pseudonym of the address; empty without one
/// @param source pseudonym of the IP address; empty when not told
/// @param device pseudonym of the device; empty when not told
/// @param ruleset revision of the rule set that decided
/// @param facts what was known, by name
public record RecordedInteraction(
        String id,
        Instant at,
        InteractionKind kind,
        Verdict verdict,
        String account,
        String destination,
        String source,
        String device,
        String ruleset,
        Map<String, Object> facts) {
    public RecordedInteraction {
        facts = Map.copyOf(facts);
    }

    boolean flag(KnownFact fact) {
        return Boolean.TRUE.equals(value(fact));
    }

    String text(KnownFact fact) {
        return value(fact).toString();
    }

    /// The recorded value, or that of a fact of which nothing is known.
    Object value(KnownFact fact) {
        return facts.getOrDefault(fact.definition().name(), fact.definition().type().unknown());
    }

    /// Whether anything is known.
    boolean knows(KnownFact fact) {
        return facts.containsKey(fact.definition().name());
    }

    /// The value of a counter; 0 when it was not recorded.
    long count(String counter) {
        return facts.get(counter) instanceof Long count ? count : 0;
    }

    /// Which code a check is about, or a request asks for.
    String code() {
        return account + ' ' + destination;
    }
}
