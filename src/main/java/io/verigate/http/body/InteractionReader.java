package io.verigate.http.body;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.LineType;
import io.verigate.decision.Method;
import io.verigate.decision.Report;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.decision.Symptom;
import io.verigate.decision.Word;
import io.verigate.signal.Addresses;
import io.verigate.signal.IpAddress;
import io.verigate.signal.Parsed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Makes interactions of bodies: parsed, typed, normalised. Thread-safe.
public final class InteractionReader {
    /// Longest id of an account, of a device and of security info.
    public static final int LONGEST_ID = 128;

    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_IP = 64;
    private static final int LONGEST_CLAUSE = 64;
    private static final int LONGEST_EVIDENCE = 256;
    private static final long LARGEST_ASN = 4_294_967_295L; // 32 bits (RFC 6793)

    private static final Set<InteractionKind> METHOD_NEEDED =
            EnumSet.of(
                    InteractionKind.SEND_CODE,
                    InteractionKind.ADD_SECURITY_INFO,
                    InteractionKind.REPLACE_SECURITY_INFO);

    // All but reports, which are told by an address of their own.
    private static final String DECIDED =
            Texts.quoted(
                    Word.all(InteractionKind.class).stream()
                            .filter(word -> !word.equals(InteractionKind.REPORT.word()))
                            .toList());

    private final Addresses addresses;
    private final InstantSource clock;

    public InteractionReader(Addresses addresses, InstantSource clock) {
        this.addresses = addresses;
        this.clock = clock;
    }

    /// Reads one interaction to decide. The caller ends the reading and checks the faults before it is used: after a
    /// fault the interaction is empty.
    public Optional<Interaction> decision(Fields fields) {
        Optional<InteractionKind> kind =
                fields.parsed(
                        "interaction", Texts.LONGEST, "unknown-word", InteractionReader::decided);
        String account = fields.text("account", LONGEST_ID);
        boolean needed = kind.filter(METHOD_NEEDED::contains).isPresent();
        Method method = method(fields, needed);
        // Read whatever the kind is, so that one fault does not hide the others.
        Interaction read = request(kind.orElse(InteractionKind.SIGN_IN), account, method, fields);
        return kind.map(known -> read);
    }

    private static Parsed<InteractionKind> decided(String text) {
        if (text.equals(InteractionKind.REPORT.word())) {
            return new Parsed.Fault<>("what was observed is told by POST /v1/events");
        }
        return Word.parse(InteractionKind.class, text)
                .<Parsed<InteractionKind>>map(Parsed.Ok::new)
                .orElseGet(() -> new Parsed.Fault<>("this has to be one of " + DECIDED));
    }

    /// Reads a request for a code.
    public Interaction code(Fields fields) {
        String account = fields.text("account", LONGEST_ID);
        return request(InteractionKind.SEND_CODE, account, method(fields, true), fields);
    }

    /// Reads what both kinds of requests tell besides account and method.
    public Interaction request(InteractionKind kind, String account, Method method, Fields fields) {
        return new Interaction(
                kind,
                account,
                method,
                source(fields),
                fields.<String>parsedOr("language", Texts.LONGEST, "bad-language", Texts::language)
                        .orElse(""),
                fields.wordOr("symptom", Symptom.class).orElse(null),
                signals(fields),
                null);
    }

    /// Reads something that was observed; empty after a fault.
    public Optional<Interaction> event(Fields fields) {
        Optional<ReportedEvent> event = fields.word("event", ReportedEvent.class);
        String account = fields.text("account", LONGEST_ID);
        Instant at = past(fields);
        boolean violation = event.filter(ReportedEvent.TERMS_VIOLATION::equals).isPresent();
        Optional<Severity> severity =
                violation
                        ? fields.word("severity", Severity.class)
                        : fields.wordOr("severity", Severity.class);
        String clause = fields.textOr("clause", LONGEST_CLAUSE);
        if (event.isPresent() && !violation) {
            misplaced(fields, "severity");
            misplaced(fields, "clause");
        }
        String evidence = fields.textOr("evidence", LONGEST_EVIDENCE);
        Method method = method(fields, false);
        Source source = source(fields);
        Signals signals = signals(fields);
        return event.map(known ->
                new Interaction(
                        InteractionKind.REPORT,
                        account,
                        method,
                        source,
                        "",
                        null,
                        signals,
                        new Report(known, at, severity.orElse(Severity.MINOR), clause, evidence)));
    }

    /// Reads `source`.
    public Source source(Fields fields) {
        return fields.child("source")
                .map(source ->
                        new Source(
                                source.<IpAddress>parsedOr(
                                                "ip", LONGEST_IP, "bad-ip", addresses::ip)
                                        .map(IpAddress::text)
                                        .orElse(""),
                                source.textOr("device", LONGEST_ID)))
                .orElse(Source.UNKNOWN);
    }

    /// Reads `signals`.
    public Signals signals(Fields fields) {
        return fields.child("signals")
                .map(told ->
                        new Signals(
                                told.wordOr("lineType", LineType.class).orElse(LineType.UNKNOWN),
                                told.<String>parsedOr(
                                                "country",
                                                Texts.LONGEST,
                                                "bad-region",
                                                Texts::region)
                                        .orElse(""),
                                told.number("asn", 0, LARGEST_ASN).orElse(0),
                                told.flag("hosting").orElse(null),
                                told.flag("anonymiser").orElse(null),
                                told.flag("passwordForgotten").orElse(null)))
                .orElse(Signals.NONE);
    }

    /// Reads `method`: a channel with an address, or enrolled security info; `NONE` when it is missing or bad.
    public Method method(Fields fields, boolean needed) {
        Optional<Fields> method = fields.child("method");
        if (method.isEmpty()) {
            return needed && !fields.has("method")
                    ? fields.missing("method", Method.NONE)
                    : Method.NONE;
        }
        return method(method.get());
    }

    private Method method(Fields method) {
        if (method.has("securityInfo")) {
            for (String other : new String[] {"channel", "address"}) {
                if (method.has(other)) {
                    method.fault(other, "misplaced", "tell `securityInfo` or an address, not both");
                }
            }
            return new Method.Enrolled(method.text("securityInfo", LONGEST_ID));
        }
        Optional<Channel> channel = channel(method);
        method.has("address");
        if (channel.isEmpty()) {
            return Method.NONE;
        }
        if (!channel.get().receivesCodes()) {
            method.fault(
                    "channel",
                    "unknown-word",
                    "this channel receives no codes: name one that does");
            return Method.NONE;
        }
        return address(method, channel.get())
                .<Method>map(address -> new Method.Named(channel.get(), address))
                .orElse(Method.NONE);
    }

    /// Reads a channel that has to be there.
    public Optional<Channel> channel(Fields method) {
        return method.word("channel", Channel.class);
    }

    /// Reads an address that has to be there, for a channel that receives codes.
    public Optional<Address> address(Fields method, Channel channel) {
        return method.parsed(
                "address", LONGEST_ADDRESS, "bad-address", text -> parse(channel, text));
    }

    private Parsed<? extends Address> parse(Channel channel, String text) {
        return addresses.parse(channel, text);
    }

    /// When something happened: now unless told, and never in the future; a clock that goes ahead a little is forgiven.
    private Instant past(Fields fields) {
        Instant now = clock.instant();
        Instant at =
                fields.<Instant>parsedOr("at", Texts.LONGEST, "bad-time", Texts::time).orElse(now);
        if (at.isAfter(now.plus(Texts.SKEW))) {
            fields.fault("at", "future-time", "this lies in the future: tell when it happened");
        }
        return at.isAfter(now) ? now : at;
    }

    private static void misplaced(Fields fields, String name) {
        if (fields.has(name)) {
            fields.fault(name, "misplaced", "this belongs to `terms-violation` only");
        }
    }
}
