package io.verigate.bench;

import io.verigate.decision.Channel;
import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactSchema;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.LineType;
import io.verigate.policy.CounterDefinition;
import io.verigate.policy.CounterValues;
import io.verigate.policy.GapDefinition;
import io.verigate.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Facts around all limits of all policies, always the same ones: numbers and times one below, at
/// and one above the values of the policies, words of their own lists, flags either way.
final class Around {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final List<String> FREE = List.of("", "terms-of-service", "hot-region", "GB");

    private static final Set<InteractionKind> LEAD_TO_A_CODE =
            EnumSet.of(
                    InteractionKind.SEND_CODE,
                    InteractionKind.ADD_SECURITY_INFO,
                    InteractionKind.REPLACE_SECURITY_INFO);

    private static final CounterValues NOTHING =
            new CounterValues() {
                @Override
                public long count(CounterDefinition counter) {
                    return 0;
                }

                @Override
                public Duration since(GapDefinition gap) {
                    return FactType.NEVER;
                }
            };

    private final Policies policies;
    private final FactSchema schema;
    private final List<Long> counts = new ArrayList<>(List.of(0L));
    private final List<Duration> lengths = new ArrayList<>(List.of(Duration.ZERO));
    private final SplittableRandom random = new SplittableRandom(7);

    Around(Policies policies) {
        this.policies = policies;
        schema = policies.schema();
        for (var value : new TreeMap<>(policies.values()).values()) {
            switch (value.value()) {
                case Long count -> counts.add(count);
                case Duration length -> lengths.add(length);
                default -> {}
            }
        }
    }

    /// An ordinary request, the first of its kind: for a text message to a mobile number. No rule
    /// fires.
    Facts ordinary() {
        FactsBuilder facts = schema.builder();
        policies.derive(facts, NOTHING, NOW);
        return facts.set(KnownFact.NOW, NOW)
                .set(KnownFact.INTERACTION, InteractionKind.SEND_CODE.wireName())
                .set(KnownFact.ASKS_FOR_CODE, true)
                .set(KnownFact.CHANNEL, Channel.SMS.wireName())
                .set(KnownFact.PHONE_REGION, "GB")
                .set(KnownFact.PHONE_VALID, true)
                .set(KnownFact.LINE_TYPE, LineType.MOBILE.wireName())
                .set(schema.index("regionAvailability").orElseThrow(), "available")
                .build();
    }

    /// Facts of which all are known, or nearly none.
    ///
    /// @param known how many of a hundred facts are drawn; of the others nothing is known
    List<Facts> facts(int many, int known) {
        List<Facts> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(facts(known));
        }
        return all;
    }

    private Facts facts(int known) {
        FactsBuilder facts = schema.builder();
        policies.derive(facts, NOTHING, NOW);
        for (int place = 0; place < schema.definitions().size(); place++) {
            if (random.nextInt(100) < known) {
                facts.set(place, value(schema.definitions().get(place)));
            }
        }
        InteractionKind[] kinds = InteractionKind.values();
        InteractionKind kind =
                switch (random.nextInt(10)) {
                    case 0, 1 -> kinds[random.nextInt(kinds.length)];
                    case 2, 3 -> InteractionKind.REPORT;
                    default -> InteractionKind.SEND_CODE;
                };
        facts.set(KnownFact.INTERACTION, kind.wireName())
                .set(KnownFact.ASKS_FOR_CODE, LEAD_TO_A_CODE.contains(kind))
                .set(KnownFact.NOW, NOW);
        if (kind != InteractionKind.REPORT) {
            facts.set(KnownFact.EVENT, "");
        }
        return facts.build();
    }

    private Object value(FactDefinition fact) {
        List<String> words = fact.words().isEmpty() ? FREE : fact.words();
        return switch (fact.type()) {
            case FLAG -> random.nextBoolean();
            case COUNT -> Math.max(0, of(counts) + random.nextInt(3) - 1);
            case DURATION ->
                    random.nextInt(4) == 0
                            ? FactType.NEVER
                            : Duration.ofMillis(
                                    Math.max(0, of(lengths).toMillis() + random.nextInt(3) - 1));
            case TIME -> NOW.plusSeconds(random.nextInt(-100_000, 100_000));
            case TEXT -> of(words);
        };
    }

    private <T> T of(List<T> these) {
        return these.get(random.nextInt(these.size()));
    }
}
