package io.verigate.api.decisions;

import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.TextParser;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.LineType;
import io.verigate.decision.Method;
import io.verigate.decision.Signal;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.decision.Symptom;
import io.verigate.decision.WireEnum;
import io.verigate.signal.Addresses;
import io.verigate.signal.IpAddress;
import io.verigate.signal.ParseResult;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes interactions of bodies: parsed, typed, normalised. Thread-safe.
@Singleton
public final class InteractionReader {
    /// Longest id of an account, of a device and of security info.
    public static final int MAX_ID_LENGTH = 128;

    /// Longest address.
    public static final int MAX_ADDRESS_LENGTH = 320;

    private static final int MAX_IP_LENGTH = 64;
    private static final long LARGEST_ASN = 4_294_967_295L; // 32 bits (RFC 6793)

    private static final Set<InteractionKind> METHOD_NEEDED =
            EnumSet.of(
                    InteractionKind.SEND_CODE,
                    InteractionKind.ADD_SECURITY_INFO,
                    InteractionKind.REPLACE_SECURITY_INFO);

    // All but reports, which are told by an address of their own.
    private static final String DECIDED =
            TextParser.quoted(
                    WireEnum.all(InteractionKind.class).stream()
                            .filter(word -> !word.equals(InteractionKind.REPORT.wireName()))
                            .toList());

    private final Addresses addresses;

    public InteractionReader(Addresses addresses) {
        this.addresses = addresses;
    }

    /// Reads one interaction to decide. The caller ends the reading and checks the faults before it is used: after a
    /// fault the interaction is empty.
    public Optional<Interaction> decision(JsonFields fields) {
        Optional<InteractionKind> kind =
                fields.parsed(
                        "interaction",
                        TextParser.MAX_LENGTH,
                        "unknown-word",
                        InteractionReader::decided);
        String account = fields.text("account", MAX_ID_LENGTH);
        boolean needed = kind.filter(METHOD_NEEDED::contains).isPresent();
        Method method = method(fields, needed);
        // Read whatever the kind is, so that one fault does not hide the others.
        Interaction read = request(kind.orElse(InteractionKind.SIGN_IN), account, method, fields);
        return kind.map(known -> read);
    }

    private static ParseResult<InteractionKind> decided(String text) {
        if (text.equals(InteractionKind.REPORT.wireName())) {
            return new ParseResult.Invalid<>("what was observed is told by POST /v1/events");
        }
        return WireEnum.parse(InteractionKind.class, text)
                .<ParseResult<InteractionKind>>map(ParseResult.Valid::new)
                .orElseGet(() -> new ParseResult.Invalid<>("this has to be one of " + DECIDED));
    }

    /// Reads a request for a code.
    public Interaction code(JsonFields fields) {
        String account = fields.text("account", MAX_ID_LENGTH);
        return request(InteractionKind.SEND_CODE, account, method(fields, true), fields);
    }

    /// Reads what both kinds of requests tell besides account and method.
    public Interaction request(
            InteractionKind kind, String account, Method method, JsonFields fields) {
        return new Interaction(
                kind,
                account,
                method,
                source(fields),
                fields.<String>parsedOr(
                                "language",
                                TextParser.MAX_LANGUAGE_LENGTH,
                                "bad-language",
                                TextParser::language)
                        .orElse(""),
                fields.wordOr("symptom", Symptom.class).orElse(null),
                signals(fields),
                null);
    }

    /// Reads `source`.
    public Source source(JsonFields fields) {
        return fields.child("source")
                .map(source ->
                        new Source(
                                source.<IpAddress>parsedOr(
                                                "ip", MAX_IP_LENGTH, "bad-ip", addresses::ip)
                                        .map(IpAddress::text)
                                        .orElse(""),
                                source.textOr("device", MAX_ID_LENGTH)))
                .orElse(Source.UNKNOWN);
    }

    /// Reads `signals`.
    public Signals signals(JsonFields fields) {
        Map<Signal, Object> told = new EnumMap<>(Signal.class);
        fields.child("signals")
                .ifPresent(child -> {
                    for (Signal signal : Signal.values()) {
                        signal(child, signal).ifPresent(value -> told.put(signal, value));
                    }
                });
        return told.isEmpty() ? Signals.NONE : new Signals(told);
    }

    private static Optional<?> signal(JsonFields told, Signal signal) {
        String name = signal.field();
        if (signal == Signal.LINE_TYPE) {
            return told.wordOr(name, LineType.class).map(LineType::wireName);
        }
        if (signal.isRegion()) {
            return told.<String>parsedOr(
                    name, TextParser.MAX_LENGTH, "bad-region", TextParser::region);
        }
        return switch (signal.fact().definition().type()) {
            case FLAG -> told.flag(name);
            case COUNT -> told.number(name, 0, LARGEST_ASN).stream().boxed().findFirst();
            case TEXT, DURATION, TIME ->
                    Optional.of(told.textOr(name, TextParser.MAX_LENGTH))
                            .filter(text -> !text.isEmpty());
        };
    }

    /// Reads `method`: a channel with an address, or enrolled security info; `NONE` when it is missing or bad.
    public Method method(JsonFields fields, boolean needed) {
        Optional<JsonFields> method = fields.child("method");
        if (method.isEmpty()) {
            return needed && !fields.has("method")
                    ? fields.missing("method", Method.NONE)
                    : Method.NONE;
        }
        return method(method.get());
    }

    private Method method(JsonFields method) {
        if (method.has("securityInfo")) {
            for (String other : new String[] {"channel", "address"}) {
                if (method.has(other)) {
                    method.fault(other, "misplaced", "tell `securityInfo` or an address, not both");
                }
            }
            return new Method.Enrolled(method.text("securityInfo", MAX_ID_LENGTH));
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
    public Optional<Channel> channel(JsonFields method) {
        return method.word("channel", Channel.class);
    }

    /// Reads an address that has to be there, for a channel that receives codes.
    public Optional<Address> address(JsonFields method, Channel channel) {
        return method.parsed(
                "address", MAX_ADDRESS_LENGTH, "bad-address", text -> parse(channel, text));
    }

    private ParseResult<? extends Address> parse(Channel channel, String text) {
        return addresses.parse(channel, text);
    }
}
