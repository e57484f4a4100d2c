package io.verigate.analysis.replay;

import io.verigate.decision.Decision;
import io.verigate.decision.FactType;
import io.verigate.decision.Facts;
import io.verigate.decision.FactsBuilder;
import io.verigate.decision.KnownFact;
import io.verigate.journal.JournalLine;
import io.verigate.journal.JournalLine.FactReader;
import io.verigate.journal.JournalLine.RecordedOutcome;
import io.verigate.policy.CounterDefinition;
import io.verigate.policy.CounterValues;
import io.verigate.policy.GapDefinition;
import io.verigate.policy.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the facts of a recorded decision for another rule set. Recorded values are taken as they are: known facts by
/// name, counters and gaps by definition, whatever they were called then. The rest is derived again.
/// Thread-safe.
public final class RecordedCounts {
    /// Asked only for counters that were not recorded; it knows nothing of them.
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

    private final Policies candidate;
    private final Map<String, int[]> places = new HashMap<>();
    private final boolean[] recorded;
    private final Class<?>[] types;
    private final List<String> unknown = new ArrayList<>();

    /// @param candidate the policies to decide by
    /// @param old the policies that were recorded by; null when they are not stored, so that names have to do
    public RecordedCounts(Policies candidate, @Nullable Policies old) {
        this.candidate = candidate;
        this.recorded = new boolean[candidate.schema().definitions().size()];
        for (KnownFact fact : KnownFact.values()) {
            if (fact != KnownFact.NOW) {
                place(fact.definition().name(), fact.ordinal());
            }
        }
        this.types =
                candidate.schema().definitions().stream()
                        .map(fact -> fact.type().javaType())
                        .toArray(Class<?>[]::new);
        Map<CounterDefinition, String> counters = new HashMap<>();
        Map<GapDefinition, String> gaps = new HashMap<>();
        Policies by = old == null ? candidate : old;
        by.counters().forEach(one -> counters.put(unnamed(one), one.name()));
        by.gaps().forEach(one -> gaps.put(unnamed(one), one.name()));
        candidate.counters().forEach(one -> count(one.name(), counters.get(unnamed(one))));
        candidate.gaps().forEach(one -> count(one.name(), gaps.get(unnamed(one))));
    }

    /// Names of the candidate's counters and gaps that nobody recorded: nothing is known of them, and that is not zero.
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    /// The facts of one decision, and what was said of it.
    public Recorded read(JournalLine line) {
        FactsBuilder facts = candidate.schema().builder().set(KnownFact.NOW, line.at());
        RecordedOutcome said = line.read(new Filling(facts));
        candidate.derive(facts, NOTHING, line.at(), place -> recorded[place]);
        return new Recorded(facts.build(), said);
    }

    /// The facts of one whole decision.
    public Facts read(Decision decision) {
        FactsBuilder facts = candidate.schema().builder().set(KnownFact.NOW, decision.at());
        Filling filling = new Filling(facts);
        decision.facts().forEach(filling::fact);
        candidate.derive(facts, NOTHING, decision.at(), place -> recorded[place]);
        return facts.build();
    }

    /// A recorded decision, ready to be decided again.
    public record Recorded(Facts facts, RecordedOutcome said) {}

    private void count(String name, @Nullable String recordedName) {
        if (recordedName == null) {
            unknown.add(name);
        } else {
            place(recordedName, candidate.schema().index(name).orElseThrow());
        }
    }

    private void place(String name, int place) {
        recorded[place] = true;
        places.merge(
                name,
                new int[] {place},
                (one, other) -> {
                    int[] both = new int[one.length + 1];
                    System.arraycopy(one, 0, both, 0, one.length);
                    both[one.length] = other[0];
                    return both;
                });
    }

    private static CounterDefinition unnamed(CounterDefinition one) {
        return new CounterDefinition(
                "", one.event(), one.per(), one.within(), one.distinct(), one.after(), one.quiet());
    }

    private static GapDefinition unnamed(GapDefinition one) {
        return new GapDefinition("", one.event(), one.per());
    }

    private final class Filling implements FactReader {
        private final FactsBuilder facts;

        Filling(FactsBuilder facts) {
            this.facts = facts;
        }

        @Override
        public boolean wants(String name) {
            return places.containsKey(name);
        }

        @Override
        public void fact(String name, Object value) {
            int[] all = places.get(name);
            if (all == null) {
                return;
            }
            for (int place : all) {
                if (types[place].isInstance(value)) {
                    facts.set(place, value);
                }
            }
        }
    }
}
