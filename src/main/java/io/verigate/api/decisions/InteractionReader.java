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

/// Reads interactions: parsed, typed, normalised. Thread-safe.
@Singleton
public final class InteractionReader {
    /// Maximum length of the id of an account, a device or security info.
    public static final int MAX_ID_LENGTH = 128;

    /// Maximum length of an address.
    public static final int MAX_ADDRESS_LENGTH = 320;

    private static final int MAX_IP_LENGTH = 64;
    private static final long LARGEST_ASN = 4_294_967_295L; // 32 bits (RFC 6793)

    private static final Set<InteractionKind> METHOD_REQUIRED =
            EnumSet.of(
                    InteractionKind.SEND_CODE,
                    InteractionKind.ADD_SECURITY_INFO,
                    InteractionKind.REPLACE_SECURITY_INFO);

    // All kinds except reports, which have their own path.
    private static final String DECIDABLE =
            TextParser.quoted(
                    WireEnum.all(InteractionKind.class).stream()
                            .filter(word -> !word.equals(InteractionKind.REPORT.wireName()))
                            .toList());

    private final Addresses addresses;

    public InteractionReader(Addresses addresses) {
        this.addresses = addresses;
    }

    /// Reads an interaction to decide; empty after an error. The caller must check the errors before using it.
    public Optional<Interaction> decision(JsonFields fields) {
        Optional<InteractionKind> kind =
                fields.parsed(
                        "interaction",
                        TextParser.MAX_LENGTH,
                        "unknown-word",
                        InteractionReader::parseKind);
        String account = fields.text("account", MAX_ID_LENGTH);
        boolean required = kind.filter(METHOD_REQUIRED::contains).isPresent();
        Method method = method(fields, required);
        // Read regardless of the kind, so that one error does not hide others.
        Interaction read = request(kind.orElse(InteractionKind.SIGN_IN), account, method, fields);
        return kind.map(known -> read);
    }

    private static ParseResult<InteractionKind> parseKind(String text) {
        if (text.equals(InteractionKind.REPORT.wireName())) {
            return new ParseResult.Invalid<>(
                    "must not be `report`: report events with POST /v1/events");
        }
        return WireEnum.parse(InteractionKind.class, text)
                .<ParseResult<InteractionKind>>map(ParseResult.Valid::new)
                .orElseGet(() -> new ParseResult.Invalid<>("must be one of " + DECIDABLE));
    }

    /// Reads a request for a code.
    public Interaction code(JsonFields fields) {
        String account = fields.text("account", MAX_ID_LENGTH);
        return request(InteractionKind.SEND_CODE, account, method(fields, true), fields);
    }

    /// Reads the fields that requests share besides account and method.
    public Interaction request(
            InteractionKind kind, String account, Method method, JsonFields fields) {
        return new Interaction(
                kind,
                account,
                method,
                source(fields),
                fields.<String>optionalParsed(
                                "language",
                                TextParser.MAX_LANGUAGE_LENGTH,
                                "bad-language",
                                TextParser::language)
                        .orElse(""),
                fields.optionalEnumValue("symptom", Symptom.class).orElse(null),
                signals(fields),
                null);
    }

    /// Reads `source`.
    public Source source(JsonFields fields) {
        return fields.child("source")
                .map(source ->
                        new Source(
                                source.<IpAddress>optionalParsed(
                                                "ip", MAX_IP_LENGTH, "bad-ip", addresses::ip)
                                        .map(IpAddress::text)
                                        .orElse(""),
                                source.optionalText("device", MAX_ID_LENGTH)))
                .orElse(Source.UNKNOWN);
    }

    /// Reads `signals`.
    public Signals signals(JsonFields fields) {
        Map<Signal, Object> values = new EnumMap<>(Signal.class);
        fields.child("signals")
                .ifPresent(child -> {
                    for (Signal signal : Signal.values()) {
                        signal(child, signal).ifPresent(value -> values.put(signal, value));
                    }
                });
        return values.isEmpty() ? Signals.NONE : new Signals(values);
    }

    private static Optional<?> signal(JsonFields signals, Signal signal) {
        String name = signal.field();
        if (signal == Signal.LINE_TYPE) {
            return signals.optionalEnumValue(name, LineType.class).map(LineType::wireName);
        }
        if (signal.isRegion()) {
            return signals.<String>optionalParsed(
                    name, TextParser.MAX_LENGTH, "bad-region", TextParser::region);
        }
        return switch (signal.fact().definition().type()) {
            case FLAG -> signals.flag(name);
            case COUNT -> signals.number(name, 0, LARGEST_ASN).stream().boxed().findFirst();
            case TEXT, DURATION, TIME ->
                    Optional.of(signals.optionalText(name, TextParser.MAX_LENGTH))
                            .filter(text -> !text.isEmpty());
        };
    }

    /// Reads `method`: a channel with an address, or enrolled security info; `NONE` if absent or invalid.
    public Method method(JsonFields fields, boolean required) {
        Optional<JsonFields> method = fields.child("method");
        if (method.isEmpty()) {
            return required && !fields.has("method")
                    ? fields.missing("method", Method.NONE)
                    : Method.NONE;
        }
        return method(method.get());
    }

    private Method method(JsonFields method) {
        if (method.has("securityInfo")) {
            for (String other : new String[] {"channel", "address"}) {
                if (method.has(other)) {
                    method.addError(other, "misplaced", "must not be combined with `securityInfo`");
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
            method.addError("channel", "unknown-word", "must be a channel that delivers codes");
            return Method.NONE;
        }
        return address(method, channel.get())
                .<Method>map(address -> new Method.Named(channel.get(), address))
                .orElse(Method.NONE);
    }

    /// Reads the required channel.
    public Optional<Channel> channel(JsonFields method) {
        return method.enumValue("channel", Channel.class);
    }

    /// Reads the required address for a channel that delivers codes.
    public Optional<Address> address(JsonFields method, Channel channel) {
        return method.parsed(
                "address", MAX_ADDRESS_LENGTH, "bad-address", text -> parse(channel, text));
    }

    private ParseResult<? extends Address> parse(Channel channel, String text) {
        return addresses.parse(channel, text);
    }
}
