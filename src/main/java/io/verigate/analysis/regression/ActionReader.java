package io.verigate.analysis.regression;

import io.verigate.access.Role;
import io.verigate.decision.AccountKind;
import io.verigate.decision.EventReport;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Standing;
import io.verigate.decision.Verdict;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import io.verigate.journal.JournalFilter;
import io.verigate.policy.Literal;
import io.verigate.securityinfo.AccountService.AccountUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what somebody does, in the words of the public interface.
final class ActionReader {
    private static final List<String> LOOKED_FOR =
            List.of("account", "verdict", "rule", "region", "reason", "within");

    /// What every step may have.
    static final List<String> IN_TIME = List.of("at", "after", "times", "every", "as", "expect");

    private final InteractionFields interactions;
    private final RequestReader asks;

    ActionReader(InteractionFields interactions) {
        this.interactions = interactions;
        this.asks = new RequestReader(interactions);
    }

    /// Empty after a fault.
    Optional<TimelineAction> read(StepFields fields) {
        Optional<Role> role = fields.word("as", Role.class);
        return act(fields)
                .map(act ->
                        role.<TimelineAction>map(one -> new TimelineAction.As(one, act))
                                .orElse(act));
    }

    private Optional<TimelineAction> act(StepFields fields) {
        if (fields.has("event")) {
            fields.known(
                    names(
                            "event",
                            "account",
                            "method",
                            "source",
                            "signals",
                            "severity",
                            "clause",
                            "evidence"));
            return fields.word("event", ReportedEvent.class).map(event -> observe(event, fields));
        }
        if (fields.has("interaction")) {
            fields.known(
                    names(
                            "interaction",
                            "account",
                            "method",
                            "source",
                            "signals",
                            "language",
                            "symptom",
                            "code",
                            "step",
                            "by"));
            return fields.word("interaction", InteractionKind.class)
                    .flatMap(kind -> asks.read(kind, fields));
        }
        if (fields.has("receipt")) {
            fields.known(names("receipt", "error", "account", "method"));
            return fields.word("receipt", Status.class)
                    .map(status ->
                            new TimelineAction.Receipt(
                                    fields.needed("account"),
                                    interactions.address(fields),
                                    status,
                                    fields.text("error").orElse("")));
        }
        if (fields.has("unrequested")) {
            fields.known(names("unrequested", "account", "method"));
            if (!fields.flag("unrequested").orElse(true)) {
                fields.fault("`unrequested` must be `true`");
            }
            return Optional.of(
                    new TimelineAction.Unrequested(
                            fields.needed("account"), interactions.address(fields)));
        }
        if (fields.has("log")) {
            fields.known(names("log"));
            return fields.child("log", Map.of(), LOOKED_FOR).map(ActionReader::look);
        }
        fields.known(names("account", "kind", "language", "standing"));
        AccountUpdate told =
                new AccountUpdate(
                        fields.word("kind", AccountKind.class),
                        fields.text("language"),
                        fields.word("standing", Standing.class));
        return Optional.of(new TimelineAction.Describe(fields.needed("account"), told));
    }

    private static TimelineAction look(StepFields wanted) {
        return new TimelineAction.Look(
                new JournalFilter(
                        wanted.text("account").orElse(null),
                        wanted.word("verdict", Verdict.class).orElse(null),
                        wanted.text("rule").orElse(null),
                        wanted.text("region").orElse(null),
                        wanted.text("reason").orElse(null)),
                wanted.length("within").orElse(Literal.MAX_LENGTH));
    }

    private TimelineAction observe(ReportedEvent event, StepFields fields) {
        Optional<Severity> severity = fields.word("severity", Severity.class);
        if (event == ReportedEvent.TERMS_VIOLATION && severity.isEmpty()) {
            fields.fault("`severity` is required for a violation of the terms");
        }
        EventReport report =
                new EventReport(
                        event,
                        Instant.EPOCH,
                        severity.orElse(Severity.MINOR),
                        fields.text("clause").orElse(""),
                        fields.text("evidence").orElse(""));
        return new TimelineAction.Observe(
                interactions.interaction(InteractionKind.REPORT, fields, report));
    }

    private static List<String> names(String... own) {
        List<String> names = new ArrayList<>(List.of(own));
        names.addAll(IN_TIME);
        return names;
    }
}
