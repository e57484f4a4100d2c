package io.verigate.analysis.regression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.decision.Channel;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.decision.WireEnum;
import io.verigate.securityinfo.AccountService.AccountUpdate;
import org.jspecify.annotations.Nullable;

/// What callers send for the acts of timelines.
final class Bodies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Bodies() {}

    /// For `POST /v1/decisions`.
    static ObjectNode decision(Interaction interaction) {
        ObjectNode body = code(interaction);
        body.put("interaction", interaction.kind().wireName());
        return body;
    }

    /// For `POST /v1/verifications`.
    static ObjectNode code(Interaction interaction) {
        ObjectNode body = request(interaction);
        body.put("account", interaction.account());
        text(body, "symptom", word(interaction.symptom()));
        return body;
    }

    /// For `POST /v1/accounts/{id}/security-info`.
    static ObjectNode enrolment(Interaction interaction, Channel channel) {
        ObjectNode body = request(interaction);
        if (!body.has("method")) {
            body.putObject("method").put("channel", channel.wireName());
        }
        return body;
    }

    /// For `POST /v1/accounts/{id}/security-info/{sid}/removal`.
    static ObjectNode removal(Interaction interaction) {
        ObjectNode body = request(interaction);
        body.remove("method");
        return body;
    }

    /// For `POST /v1/verifications/{id}/check`.
    static ObjectNode typed(Interaction interaction, String code) {
        ObjectNode body = request(interaction).retain("source", "signals");
        body.put("code", code);
        return body;
    }

    /// For `POST /v1/accounts/{id}/prompt/skip`.
    static ObjectNode skip(Interaction interaction) {
        return request(interaction).retain("source", "signals", "language");
    }

    /// For `POST /v1/events`, of what happens now.
    static ObjectNode event(Interaction interaction) {
        ObjectNode body = request(interaction);
        EventReport report = interaction.report().orElseThrow();
        body.put("account", interaction.account());
        body.put("event", report.event().wireName());
        if (report.event() == ReportedEvent.TERMS_VIOLATION) {
            body.put("severity", report.severity().wireName());
            text(body, "clause", report.clause());
        }
        text(body, "evidence", report.evidence());
        return body;
    }

    /// For `POST /sandbox/receipts`.
    static ObjectNode receipt(String verification, TimelineAction.Receipt receipt) {
        ObjectNode body = JSON.objectNode();
        body.put("verification", verification);
        body.put("status", receipt.status().wireName());
        text(body, "error", receipt.error());
        return body;
    }

    /// For `PUT /v1/accounts/{id}`.
    static ObjectNode account(AccountUpdate told) {
        ObjectNode body = JSON.objectNode();
        told.kind().ifPresent(kind -> body.put("kind", kind.wireName()));
        told.language().ifPresent(language -> body.put("language", language));
        told.standing().ifPresent(standing -> body.put("standing", standing.wireName()));
        return body;
    }

    private static ObjectNode request(Interaction interaction) {
        ObjectNode body = JSON.objectNode();
        child(body, "method", method(interaction.method()));
        child(body, "source", source(interaction.source()));
        child(body, "signals", signals(interaction.signals()));
        text(body, "language", interaction.language());
        return body;
    }

    private static ObjectNode method(Method method) {
        ObjectNode body = JSON.objectNode();
        switch (method) {
            case Method.Named(var channel, var address) ->
                    body.put("channel", channel.wireName()).put("address", address.text());
            case Method.Enrolled(var securityInfo) -> body.put("securityInfo", securityInfo);
            case Method.None none -> {}
        }
        return body;
    }

    private static ObjectNode source(Source source) {
        ObjectNode body = JSON.objectNode();
        text(body, "ip", source.ip());
        text(body, "device", source.device());
        return body;
    }

    private static ObjectNode signals(Signals signals) {
        ObjectNode body = JSON.objectNode();
        signals.values().forEach((signal, value) -> body.putPOJO(signal.field(), value));
        return body;
    }

    private static void child(ObjectNode body, String name, JsonNode child) {
        if (!child.isEmpty()) {
            body.set(name, child);
        }
    }

    private static void text(ObjectNode body, String name, String text) {
        if (!text.isEmpty()) {
            body.put(name, text);
        }
    }

    private static String word(@Nullable WireEnum word) {
        return word == null ? "" : word.wireName();
    }
}
