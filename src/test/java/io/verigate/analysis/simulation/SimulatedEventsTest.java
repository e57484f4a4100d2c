package io.verigate.analysis.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.activity.CountedEvents;
import io.verigate.analysis.InMemoryService;
import io.verigate.assessment.ShippedRules;
import io.verigate.decision.Channel;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.LineType;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.signal.NetworkTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every event that the shipped policies count is counted in a simulation: what people and attackers do by their own
/// steps, and the rest, which carriers and callers report, by calls of the same service.
final class SimulatedEventsTest {
    private static final Set<String> BY_PEOPLE = byPeople();
    private static final Set<String> BY_REPORTS = byReports();

    static Set<String> events() {
        return CountedEvents.of(ShippedRules.ruleSet().policies());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void isCounted(String event) {
        assertThat(isReported(event) ? BY_REPORTS : BY_PEOPLE).contains(event);
    }

    /// What no simulated person or attacker causes: nobody signs in at machine speed, and attackers are stopped before
    /// they make a range of numbers hot.
    private static boolean isReported(String event) {
        return event.equals("high-traffic per number-range")
                || List.of(
                                "app-fault",
                                "code-undelivered",
                                "inbox-full",
                                "minor-violation",
                                "quick-repeat",
                                "security-info-change",
                                "sender-blocked",
                                "sim-changed",
                                "someone-tried",
                                "unreachable",
                                "voip-number",
                                "wrong-address")
                        .contains(event.substring(0, event.indexOf(' ')));
    }

    private static Set<String> byPeople() {
        InMemoryLedger ledger = new InMemoryLedger();
        SimulationPlan plan =
                new SimulationPlan(
                        7,
                        100,
                        SimulationPlan.MONDAY,
                        Duration.ofDays(1),
                        List.of(AttackKind.values()));
        new SimulationRunner(plan, NetworkTables.none()).run(ShippedRules.ruleSet(), ledger);
        return CountedEvents.in(ledger);
    }

    private static Set<String> byReports() {
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryService service =
                new InMemoryService(
                        ledger,
                        ShippedRules.active(),
                        InMemoryService.context(NetworkTables.none()),
                        SimulationPlan.MONDAY);
        receive(service, "a-1", Status.UNDELIVERABLE, "inbox-full");
        receive(service, "a-2", Status.UNDELIVERABLE, "wrong-address");
        receive(service, "a-3", Status.REJECTED, "sender-blocked");
        receive(service, "a-4", Status.UNDELIVERABLE, "app-fault");
        receive(service, "a-5", Status.EXPIRED, "unreachable");
        Client owner = client("a-6");
        Instant now = service.now();
        service.enrol(
                owner.interaction(InteractionKind.ADD_SECURITY_INFO, phone("a-6")), Channel.SMS);
        service.check(owner.interaction(InteractionKind.CHECK_CODE, phone("a-6")), true);
        service.moveTo(now.plus(Duration.ofHours(1)));
        Client stranger = new Client("a-6", new Source("203.0.113.9", "rig"), Signals.NONE);
        service.send(stranger.send(phone("a-6"), null));
        service.reportUnrequested("a-6", Optional.empty());
        service.decide(owner.interaction(InteractionKind.REMOVE_SECURITY_INFO, Method.NONE));
        service.report(
                new Interaction(
                        InteractionKind.REPORT,
                        "a-6",
                        phone("a-6"),
                        owner.source(),
                        "",
                        null,
                        new Signals(Map.of(Signal.LINE_TYPE, LineType.VOIP.wireName())),
                        new EventReport(ReportedEvent.SIM_CHANGED, now, Severity.MINOR, "", "")));
        service.report(owner.report(ReportedEvent.TERMS_VIOLATION, now));
        service.report(owner.report(ReportedEvent.SIGN_IN_FAILED, service.now()));
        service.decide(owner.interaction(InteractionKind.SIGN_IN, Method.NONE));
        for (int number = 10; number < 60; number++) {
            service.moveTo(service.now().plus(Duration.ofMinutes(10)));
            Client client =
                    new Client(
                            "b-" + number, new Source("10.0." + number + ".1", ""), Signals.NONE);
            PhoneNumber phone = new PhoneNumber("+4474009901" + number);
            service.send(client.send(new Method.Named(Channel.SMS, phone), null));
        }
        return CountedEvents.in(ledger);
    }

    private static void receive(
            InMemoryService service, String account, Status status, String error) {
        service.send(client(account).send(phone(account), null));
        service.receive(account, Optional.empty(), status, error);
    }

    private static Client client(String account) {
        return new Client(
                account, new Source("198.51.100." + account.substring(2), ""), Signals.NONE);
    }

    private static Method.Named phone(String account) {
        return new Method.Named(
                Channel.SMS, new PhoneNumber("+44740012345" + account.substring(2)));
    }
}
