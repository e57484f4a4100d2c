package io.verigate.rules.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactSchema;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.policy.RuleSetFiles;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Sessions serve one request after the other, and hold on to none of them: else whoever is refused for long enough takes
/// all memory.
final class ForgettingTest {
    @Test
    void requestsWhoseRulesFiredAreForgotten() {
        RuleSetFiles shipped = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));
        try (RuleSet ruleSet = new RuleSetLoader(() -> 0).load(shipped, RuleSet.Limits.PATIENT)) {
            List<Asked> asked =
                    Stream.of(InteractionKind.values())
                            .map(kind -> ask(ruleSet, kind, 1_000))
                            .toList();
            ask(ruleSet, InteractionKind.SIGN_IN, 0);

            System.gc();

            assertThat(asked.stream().mapToInt(Asked::fired).sum()).isGreaterThan(20);
            assertThat(asked).allMatch(one -> one.facts().refersTo(null));
        }
    }

    /// @param fired how many rules fired
    private record Asked(WeakReference<Facts> facts, int fired) {}

    /// @param counts every count: with many, many rules fire
    private static Asked ask(RuleSet ruleSet, InteractionKind kind, long counts) {
        FactSchema schema = ruleSet.policies().schema();
        FactsBuilder builder = schema.builder();
        List<FactDefinition> definitions = schema.definitions();
        for (int place = 0; place < definitions.size(); place++) {
            if (definitions.get(place).type() == FactType.COUNT) {
                builder.set(place, counts);
            }
        }
        Facts facts =
                builder.set(KnownFact.INTERACTION, kind.wireName())
                        .set(KnownFact.ASKS_FOR_CODE, kind == InteractionKind.SEND_CODE)
                        .set(KnownFact.NOW, Instant.EPOCH)
                        .build();
        return new Asked(new WeakReference<>(facts), ruleSet.evaluate(facts).fired().size());
    }
}
