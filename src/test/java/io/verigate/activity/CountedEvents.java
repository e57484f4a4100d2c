package io.verigate.activity;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.policy.Policies;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which events are counted for which kind of subject.
public final class CountedEvents {
    private CountedEvents() {}

    /// What policies count, sorted: `check-failed per account`.
    public static Set<String> of(Policies policies) {
        Stream<String> counters =
                policies.counters().stream()
                        .flatMap(counter ->
                                Stream.of(counter.event(), counter.after())
                                        .filter(Objects::nonNull)
                                        .map(event -> name(event, counter.per())));
        Stream<String> gaps = policies.gaps().stream().map(gap -> name(gap.event(), gap.per()));
        return Stream.concat(counters, gaps).collect(Collectors.toCollection(TreeSet::new));
    }

    /// What a ledger has counted, sorted.
    public static Set<String> in(InMemoryLedger ledger) {
        return ledger.all(ActivityRecords.COUNTERS)
                .map(CounterRow::entries)
                .flatMap(Collection::stream)
                .flatMap(CountedEvents::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(CounterRow.Entry entry) {
        List<Integer> numbers = Arrays.stream(entry.counterRecord().events()).boxed().toList();
        return Arrays.stream(ActivityEvent.values())
                .filter(event -> numbers.contains(event.number()))
                .map(event -> name(event, entry.subject().kind()));
    }

    private static String name(ActivityEvent event, SubjectKind per) {
        return event.wireName() + " per " + per.wireName();
    }
}
