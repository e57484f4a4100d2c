package io.verigate.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.access.Role;
import io.verigate.analysis.SentCodes.Sent;
import io.verigate.api.TestService;
import io.verigate.decision.Address;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.journal.JournalFilter;
import io.verigate.policy.Policies;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A running service: each act is a call of its public interface, and its clock is moved by the sandbox.
final class ServiceStage implements TimelineDriver {
    private static final String NO_CODE = "271828";

    private final ServiceCalls calls;
    private final ServiceCodes codes;
    private final Policies policies;
    private final Set<String> decisions = new HashSet<>();
    private final Map<String, String> cleared = new HashMap<>();
    private Instant now = Instant.EPOCH;

    /// @param service with nothing in it but its keys
    ServiceStage(TestService service, Policies policies) {
        this.calls = new ServiceCalls(service);
        this.codes = new ServiceCodes(calls);
        this.policies = policies;
    }

    @Override
    public void at(Instant time) {
        now = time;
        calls.call(200, "PUT", "/sandbox/clock", "{\"now\": \"%s\"}".formatted(time));
    }

    @Override
    public Optional<StepResult> perform(TimelineAction act) {
        return switch (act) {
            case TimelineAction.Ask(Interaction interaction)
                    when interaction.kind() == InteractionKind.SEND_CODE ->
                    send(interaction);
            case TimelineAction.Ask(Interaction interaction) ->
                    decided(calls.call(200, "POST", "/v1/decisions", Bodies.decision(interaction)));
            case TimelineAction.Enrol enrol -> enrol(enrol);
            case TimelineAction.Remove remove -> remove(remove);
            case TimelineAction.Clear clear -> clear(clear);
            case TimelineAction.Check check -> check(check);
            case TimelineAction.Skip(Interaction interaction) ->
                    decided(skipped(calls.ask(200, prompt(interaction), Bodies.skip(interaction))));
            case TimelineAction.Look(JournalFilter filter, Duration within) -> look(filter, within);
            case TimelineAction.Observe(Interaction interaction) -> observe(interaction);
            case TimelineAction.Receipt receipt -> {
                codes.newest(receipt.account(), receipt.address())
                        .ifPresent(code -> told(code, receipt));
                yield Optional.empty();
            }
            case TimelineAction.Unrequested(String account, Optional<Address> address) ->
                    codes.newest(account, address).map(this::unrequested);
            case TimelineAction.As(Role role, TimelineAction own) ->
                    calls.as(role, () -> perform(own));
            case TimelineAction.Describe describe -> {
                calls.call(
                        200, "PUT", account(describe.account()), Bodies.account(describe.told()));
                yield Optional.empty();
            }
        };
    }

    private static String prompt(Interaction interaction) {
        return account(interaction.account()) + "/prompt/skip";
    }

    /// The decision, which a problem carries.
    private static JsonNode skipped(JsonNode body) {
        return body.has("decision") ? body.path("decision") : body;
    }

    private Optional<StepResult> send(Interaction interaction) {
        JsonNode body = calls.ask(201, "/v1/verifications", Bodies.code(interaction));
        if (!body.has("expiresAt")) {
            return decided(body.path("decision"));
        }
        codes.sent(body.path("id").asText(), interaction);
        return decided(body.path("decision"))
                .map(upshot -> upshot.with("language", body.path("language").asText()));
    }

    private Optional<StepResult> enrol(TimelineAction.Enrol enrol) {
        Interaction interaction = enrol.interaction();
        String path = infos(interaction.account());
        JsonNode body =
                calls.ask(
                        201,
                        interaction.kind() == InteractionKind.REPLACE_SECURITY_INFO
                                ? path + "/replacement"
                                : path,
                        Bodies.enrolment(interaction, enrol.channel()));
        if (body.path("verification").isObject()) {
            codes.sent(body.at("/verification/id").asText(), interaction);
        }
        return told(body, "/securityInfo/state");
    }

    private Optional<StepResult> remove(TimelineAction.Remove remove) {
        Interaction interaction = remove.interaction();
        String hint = interaction.method().named().map(one -> one.address().hint()).orElse("");
        String path = infos(interaction.account());
        String id = "none";
        for (JsonNode info : calls.call(200, "GET", path, "").path("items")) {
            boolean same = info.path("channel").asText().equals(remove.channel().wireName());
            id = same && info.path("hint").asText().equals(hint) ? info.path("id").asText() : id;
        }
        JsonNode body =
                calls.ask(
                        200,
                        path + "/" + id + "/removal" + (remove.confirm() ? "/confirm" : ""),
                        Bodies.removal(interaction));
        return told(body, "/securityInfo/state");
    }

    private Optional<StepResult> clear(TimelineAction.Clear clear) {
        String path = infos(clear.account()) + "/clear";
        JsonNode body =
                clear.approve()
                        ? calls.askAs(
                                clear.person(),
                                200,
                                path
                                        + "/"
                                        + cleared.getOrDefault(clear.account(), "cl-none")
                                        + "/approve",
                                "")
                        : calls.askAs(clear.person(), 201, path, "{\"reason\": \"in a timeline\"}");
        if (body.path("state").asText().equals("waiting")) {
            cleared.put(clear.account(), body.path("id").asText());
        }
        return told(body, "/state");
    }

    /// What was decided and, where that lets it happen, what is there then; or the problem that answers instead.
    private Optional<StepResult> told(JsonNode body, String state) {
        if (!body.path("decision").isObject()) {
            decisions.addAll(unseenOnes());
            String type = body.path("type").asText();
            return Optional.of(StepResult.problem(type.substring(type.lastIndexOf('/') + 1)));
        }
        Optional<StepResult> upshot = decided(body.path("decision"));
        JsonNode at = body.at(state);
        return at.isTextual() ? upshot.map(one -> one.with("state", at.asText())) : upshot;
    }

    private Optional<StepResult> look(JournalFilter filter, Duration within) {
        StringBuilder query = new StringBuilder("?limit=500&from=").append(now.minus(within));
        and(query, "account", filter.account());
        and(query, "verdict", filter.verdict() == null ? null : filter.verdict().wireName());
        and(query, "rule", filter.rule());
        and(query, "region", filter.region());
        and(query, "reason", filter.reason());
        JsonNode items = calls.call(200, "GET", "/v1/decisions" + query, "").path("items");
        return Optional.of(
                StepResult.found(
                        items.size(),
                        items.findValues("fired").stream()
                                .flatMap(JsonNode::valueStream)
                                .map(JsonNode::asText),
                        items.findValues("reasons").stream()
                                .flatMap(JsonNode::valueStream)
                                .map(reason -> reason.path("code").asText())));
    }

    private static void and(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private Optional<StepResult> observe(Interaction interaction) {
        JsonNode body = calls.call(200, "POST", "/v1/events", Bodies.event(interaction));
        JsonNode decision = body.path("decision");
        return decision.isObject()
                ? decided(decision)
                : Optional.of(record(body.path("id").asText(), null));
    }

    private void told(Sent code, TimelineAction.Receipt receipt) {
        calls.call(204, "POST", "/sandbox/receipts", Bodies.receipt(code.verification(), receipt));
        // What the rules make of it is a decision that nobody is answered.
        decisions.addAll(now());
    }

    private StepResult unrequested(Sent code) {
        calls.call(200, "POST", "/v1/verifications/" + code.verification() + "/unrequested", "");
        return record(unseen(), null);
    }

    private Optional<StepResult> check(TimelineAction.Check check) {
        Optional<Sent> newest = codes.typed(check.interaction());
        String code = newest.flatMap(codes::code).orElse(NO_CODE);
        JsonNode body =
                calls.ask(
                        200,
                        "/v1/verifications/"
                                + newest.map(Sent::verification).orElse("v-none")
                                + "/check",
                        Bodies.typed(check.interaction(), check.right() ? code : wrong(code)));
        // An answer to a check does not carry its decision; it is the one that was not there
        // before.
        return body.has("verified")
                ? Optional.of(record(unseen(), body.path("verified").booleanValue()))
                : decided(body.path("decision"));
    }

    private static String wrong(String code) {
        return (code.startsWith("1") ? "2" : "1") + code.substring(1);
    }

    private Optional<StepResult> decided(JsonNode decision) {
        StepResult upshot = record(decision.path("id").asText(), null);
        assertThat(upshot.seen())
                .as("the log has what was answered")
                .containsAllEntriesOf(Told.seen(decision));
        return Optional.of(upshot);
    }

    private StepResult record(String id, @Nullable Boolean verified) {
        decisions.add(id);
        return Told.upshot(calls.call(200, "GET", "/v1/decisions/" + id, ""), verified, policies);
    }

    private String unseen() {
        List<String> ids = unseenOnes();
        assertThat(ids).as("decisions that were not there before").hasSize(1);
        return ids.getFirst();
    }

    private List<String> unseenOnes() {
        List<String> ids = now();
        ids.removeAll(decisions);
        return ids;
    }

    /// The decisions that were made since the clock was set.
    private List<String> now() {
        List<String> ids = new ArrayList<>();
        calls.call(200, "GET", "/v1/decisions?limit=500&from=" + now, "")
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static String infos(String account) {
        return account(account) + "/security-info";
    }

    private static String account(String id) {
        return "/v1/accounts/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
