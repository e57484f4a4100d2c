package io.verigate.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.activity.CountedEvents;
import io.verigate.analysis.InMemoryService;
import io.verigate.assessment.AssessmentContext;
import io.verigate.assessment.ShippedRules;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.policy.Policies;
import io.verigate.signal.NetworkTables;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every event that the shipped policies count is counted when the shipped timelines run.
final class TimelineEventsTest {
    private static final Policies POLICIES = ShippedRules.ruleSet().policies();
    private static final Set<String> COUNTED = counted();

    static Set<String> events() {
        return CountedEvents.of(POLICIES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void isCounted(String event) {
        assertThat(COUNTED).contains(event);
    }

    private static Set<String> counted() {
        AssessmentContext context = InMemoryService.context(NetworkTables.none());
        Set<String> counted = new TreeSet<>();
        for (Timeline timeline : Suite.read(POLICIES, ShippedRules.files().cases()).timelines()) {
            InMemoryLedger ledger = new InMemoryLedger();
            InMemoryService service =
                    new InMemoryService(ledger, ShippedRules.active(), context, timeline.start());
            new TimelineRun(timeline, new InMemoryDriver(service), POLICIES)
                    .run((file, line) -> {}, attempt -> {});
            counted.addAll(CountedEvents.in(ledger));
        }
        return counted;
    }
}
