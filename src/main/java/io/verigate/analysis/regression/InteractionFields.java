package io.verigate.analysis.regression;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.Source;
import io.verigate.decision.Symptom;
import io.verigate.signal.Addresses;
import io.verigate.signal.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads who does something, by which method and from where. Methods and sources may be told by the names that they have
/// at the top of a file.
///
/// @param sources those that have a name in the file
/// @param methods those that have a name in the file
record InteractionFields(
        Addresses addresses, Map<String, Node> sources, Map<String, Node> methods) {
    /// The interaction that a step tells.
    ///
    /// @param report what was observed; null unless the kind is a report
    Interaction interaction(InteractionKind kind, StepFields fields, @Nullable EventReport report) {
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

    /// The channel of the method; empty without one.
    Optional<Channel> channel(StepFields fields) {
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
            fields.fault("`method` requires an `address` that its channel can reach");
        }
        return address.<Method>map(known -> new Method.Named(channel.orElseThrow(), known))
                .orElse(Method.NONE);
    }

    /// The address of the method; empty without one.
    Optional<Address> address(StepFields fields) {
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
}
