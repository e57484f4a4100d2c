package io.verigate.regression;

import io.verigate.access.Role;
import io.verigate.assessment.AccountDesk.Told;
import io.verigate.decision.AccountKind;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.Report;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Source;
import io.verigate.decision.Standing;
import io.verigate.decision.Symptom;
import io.verigate.decision.Verdict;
import io.verigate.delivery.DeliveryReceipt.Status;
import io.verigate.journal.JournalFilter;
import io.verigate.policy.Literal;
import io.verigate.signal.Addresses;
import io.verigate.signal.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads what somebody does, in the words of the public interface.
final class ActReader {
    private static final Set<InteractionKind> ENROLS =
            EnumSet.of(InteractionKind.ADD_SECURITY_INFO, InteractionKind.REPLACE_SECURITY_INFO);

    private static final List<String> LOOKED_FOR =
            List.of("account", "verdict", "rule", "region", "reason", "within");

    /// What every step may have.
    static final List<String> IN_TIME = List.of("at", "after", "times", "every", "as", "expect");

    private final Addresses addresses;
    private final Map<String, Node> sources;
    private final Map<String, Node> methods;

    /// @param sources those that have a name in the file
    /// @param methods those that have a name in the file
    ActReader(Addresses addresses, Map<String, Node> sources, Map<String, Node> methods) {
        this.addresses = addresses;
        this.sources = sources;
        this.methods = methods;
    }

    /// Empty after a fault.
    Optional<Act> read(StepFields fields) {
        Optional<Role> role = fields.word("as", Role.class);
        return act(fields).map(act -> role.<Act>map(one -> new Act.As(one, act)).orElse(act));
    }

    private Optional<Act> act(StepFields fields) {
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
                    .flatMap(kind -> ask(kind, fields));
        }
        if (fields.has("receipt")) {
            fields.known(names("receipt", "error", "account", "method"));
            return fields.word("receipt", Status.class)
                    .map(status ->
                            new Act.Receipt(
                                    fields.needed("account"),
                                    address(fields),
                                    status,
                                    fields.text("error").orElse("")));
        }
        if (fields.has("unrequested")) {
            fields.known(names("unrequested", "account", "method"));
            if (!fields.flag("unrequested").orElse(true)) {
                fields.fault("`unrequested` is true: the person did not ask for the code");
            }
            return Optional.of(new Act.Unrequested(fields.needed("account"), address(fields)));
        }
        if (fields.has("log")) {
            fields.known(names("log"));
            return fields.child("log", Map.of(), LOOKED_FOR).map(ActReader::look);
        }
        fields.known(names("account", "kind", "language", "standing"));
        Told told =
                new Told(
                        fields.word("kind", AccountKind.class),
                        fields.text("language"),
                        fields.word("standing", Standing.class));
        return Optional.of(new Act.Describe(fields.needed("account"), told));
    }

    private Optional<Act> ask(InteractionKind kind, StepFields fields) {
        if (kind == InteractionKind.REPORT) {
            fields.fault("what was observed is told by `event`");
            return Optional.empty();
        }
        Optional<Channel> channel = channel(fields);
        Interaction interaction = interaction(kind, fields, null);
        if (fields.has("code") && kind != InteractionKind.CHECK_CODE) {
            fields.fault("`code` belongs to `check-code` only");
        }
        if (kind == InteractionKind.CHECK_CODE && fields.has("code")) {
            String code = fields.needed("code");
            if (!code.equals("right") && !code.equals("wrong")) {
                fields.fault("`code` is `right` or `wrong`: what is typed in");
            }
            return Optional.of(new Act.Check(interaction, code.equals("right")));
        }
        if (channel.isPresent() && ENROLS.contains(kind)) {
            return Optional.of(new Act.Enrol(interaction, channel.get()));
        }
        if (kind == InteractionKind.SKIP_PROMPT) {
            return Optional.of(new Act.Skip(interaction));
        }
        if (fields.has("step")) {
            return step(kind, fields, interaction, channel);
        }
        if (kind == InteractionKind.SEND_CODE && interaction.method() instanceof Method.None) {
            fields.fault("a code needs a `method` to travel by");
        }
        return Optional.of(new Act.Ask(interaction));
    }

    /// One of two steps, in which security info is removed or cleared.
    private static Optional<Act> step(
            InteractionKind kind,
            StepFields fields,
            Interaction interaction,
            Optional<Channel> channel) {
        String step = fields.needed("step");
        boolean second = step.equals("confirm") || step.equals("approve");
        if (kind == InteractionKind.CLEAR_SECURITY_INFO
                && (step.equals("request") || step.equals("approve"))) {
            return Optional.of(new Act.Clear(interaction.account(), fields.needed("by"), second));
        }
        if (kind == InteractionKind.REMOVE_SECURITY_INFO
                && channel.isPresent()
                && (step.equals("request") || step.equals("confirm"))) {
            return Optional.of(new Act.Remove(interaction, channel.get(), second));
        }
        fields.fault(
                "`step` is `request` or `confirm` of `remove-security-info` with a `method`, or `request` or"
                        + " `approve` of `clear-security-info`");
        return Optional.empty();
    }

    private static Act look(StepFields wanted) {
        return new Act.Look(
                new JournalFilter(
                        wanted.text("account").orElse(null),
                        wanted.word("verdict", Verdict.class).orElse(null),
                        wanted.text("rule").orElse(null),
                        wanted.text("region").orElse(null),
                        wanted.text("reason").orElse(null)),
                wanted.length("within").orElse(Literal.LONGEST));
    }

    private Act observe(ReportedEvent event, StepFields fields) {
        Optional<Severity> severity = fields.word("severity", Severity.class);
        if (event == ReportedEvent.TERMS_VIOLATION && severity.isEmpty()) {
            fields.fault("a violation of the terms has a `severity`");
        }
        Report report =
                new Report(
                        event,
                        Instant.EPOCH,
                        severity.orElse(Severity.MINOR),
                        fields.text("clause").orElse(""),
                        fields.text("evidence").orElse(""));
        return new Act.Observe(interaction(InteractionKind.REPORT, fields, report));
    }

    private Interaction interaction(
            InteractionKind kind, StepFields fields, @Nullable Report report) {
        return new Interaction(
                kind,
                fields.needed("account"),
                method(fields),
                source(fields),
                fields.text("language").orElse(""),
                fields.word("symptom", Symptom.class).orElse(null),
                SignalFields.read(fields),
                report);
    }

    private Optional<StepFields> told(StepFields fields) {
        return fields.child("method", methods, List.of("channel", "address"));
    }

    private Optional<Channel> channel(StepFields fields) {
        return told(fields).flatMap(method -> method.word("channel", Channel.class));
    }

    private Method method(StepFields fields) {
        Optional<Channel> channel = channel(fields).filter(Channel::receivesCodes);
        Optional<Address> address =
                channel.flatMap(known ->
                        told(fields)
                                .flatMap(method ->
                                        method.parsed(
                                                "address", text -> addresses.parse(known, text))));
        if (channel.isPresent() && address.isEmpty()) {
            fields.fault("this `method` needs an `address` that its channel can reach");
        }
        return address.<Method>map(known -> new Method.Named(channel.orElseThrow(), known))
                .orElse(Method.NONE);
    }

    private Optional<Address> address(StepFields fields) {
        return method(fields).named().map(Method.Named::address);
    }

    private Source source(StepFields fields) {
        return fields.child("source", sources, List.of("ip", "device"))
                .map(source ->
                        new Source(
                                source.<IpAddress>parsed("ip", addresses::ip)
                                        .map(IpAddress::text)
                                        .orElse(""),
                                source.text("device").orElse("")))
                .orElse(Source.UNKNOWN);
    }

    private static List<String> names(String... own) {
        List<String> names = new ArrayList<>(List.of(own));
        names.addAll(IN_TIME);
        return names;
    }
}
