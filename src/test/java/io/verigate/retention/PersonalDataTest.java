package io.verigate.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Property;
import io.verigate.access.Role;
import io.verigate.api.ServiceTest;
import io.verigate.api.TestService;
import io.verigate.api.TestService.Answer;
import io.verigate.ledger.mariadb.Sql;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is held of one person is handed out and erased; the database itself is asked what is left.
@ServiceTest
@Property(name = ServiceTest.SCHEMA, value = "personal_data")
final class PersonalDataTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "{\"ip\":\"198.51.100.77\",\"device\":\"d-ann\"}";

    @Inject TestService service;

    @Test
    void handsOutEverythingToTheOneWhoMay() throws IOException {
        live("ann-reads", "+447700900631", "case-of-ann");

        JsonNode held = held("ann-reads");

        assertThat(held.at("/account/language").asText()).isEqualTo("en-GB");
        assertThat(held.at("/securityInfo/0/address").asText()).isEqualTo("+447700900631");
        assertThat(held.at("/verifications/0/address").asText()).isEqualTo("+447700900631");
        assertThat(held.at("/usual/devices")).hasSize(1);
        assertThat(held.at("/blocks/0/evidence").asText()).isEqualTo("case-of-ann");
        assertThat(held.at("/decisions/items").size())
                .isEqualTo((int) count("journal WHERE account = 'ann-reads'"));
        assertThat(held.at("/decisions/items").toString())
                .contains("…31")
                .doesNotContain("0900631");
        assertThat(held("nobody-here").at("/decisions/items")).isEmpty();
    }

    @Test
    void handsOutAndErasesWhatTheHelpDeskAskedFor() throws IOException {
        call("PUT", "/v1/accounts/zoe-cleared", "{\"kind\":\"managed\"}");
        String path = "/v1/accounts/zoe-cleared/security-info/clear";
        String clear = call("POST", path, "{\"reason\":\"call-of-zoe\"}").path("id").asText();

        JsonNode asked = held("zoe-cleared").at("/clearings/0");
        json(service.call(Role.HELP_DESK, "POST", path + "/" + clear + "/approve", "", Map.of()));
        JsonNode approved = held("zoe-cleared").at("/clearings/0");

        assertThat(asked.path("id").asText()).isEqualTo(clear);
        assertThat(asked.path("reason").asText()).isEqualTo("call-of-zoe");
        assertThat(asked.path("askedBy").asText()).isEqualTo("admin");
        assertThat(asked.path("askedAt").asText()).isNotEmpty();
        assertThat(asked.hasNonNull("approvedBy")).isFalse();
        assertThat(approved.path("approvedBy").asText()).isEqualTo("help-desk");
        assertThat(approved.path("approvedAt").asText()).isNotEmpty();
        json(service.call("DELETE", "/v1/accounts/zoe-cleared/personal-data", ""));
        assertThat(held("zoe-cleared").path("clearings")).isEmpty();
        assertThat(places("call-of-zoe")).isEmpty();
    }

    @Test
    void asksForNoStoreOnTheWay() {
        Answer answer = service.call("GET", "/v1/accounts/nobody/personal-data", "");
        assertThat(answer.whole().headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void isForTheAdminOnly(Role role) {
        for (String method : List.of("GET", "DELETE")) {
            assertThat(
                            service.call(role, method, "/v1/accounts/a/personal-data", "", Map.of())
                                    .status())
                    .as("%s %s", role, method)
                    .isEqualTo(403);
        }
    }

    @Test
    void leavesNothingThatLeadsToThePerson() throws IOException {
        live("bob-goes", "+447700900632", "case-of-bob");
        live("eve-stays", "+447700900633", "case-of-eve");
        long decisions = count("journal WHERE account = 'bob-goes'");
        Map<String, Long> others = places("eve-stays");
        assertThat(places("bob-goes").keySet())
                .contains("journal.account", "block.account", "verification.account", "account.id");
        assertThat(count("journal WHERE account = 'bob-goes' AND detail LIKE '%\"methods\"%'"))
                .isPositive();

        JsonNode erased = json(service.call("DELETE", "/v1/accounts/bob-goes/personal-data", ""));

        assertThat(erased.path("account").asBoolean()).isTrue();
        assertThat(erased.path("securityInfo").asInt()).isEqualTo(1);
        assertThat(erased.path("verifications").asInt()).isPositive();
        assertThat(erased.path("decisions").asLong()).isEqualTo(decisions);
        assertThat(erased.path("blocks").asInt()).isEqualTo(1);
        assertThat(places("bob-goes")).as("columns that name the account").isEmpty();
        assertThat(places("case-of-bob")).as("columns with the evidence").isEmpty();
        assertThat(places("eve-stays")).isEqualTo(others);
        assertThat(
                        texts(
                                "SELECT DISTINCT account FROM journal WHERE account LIKE 'erased-%'"
                                        + " UNION SELECT account FROM block WHERE account LIKE 'erased-%'"))
                .as("one name for all of it")
                .hasSize(1);
        assertThat(count("journal WHERE account LIKE 'erased-%'")).isEqualTo(decisions);
        assertThat(
                        count(
                                "journal WHERE account LIKE 'erased-%' AND (hint <> '' OR detail LIKE '%…32%'"
                                        + " OR detail LIKE '%\"methods\"%')"))
                .isZero();
        assertThat(service.call("GET", "/v1/decisions?account=bob-goes", "").body())
                .contains("\"items\":[]");
        assertThat(service.call("GET", "/v1/accounts/bob-goes", "").status()).isEqualTo(404);
        assertThat(held("bob-goes").at("/verifications")).isEmpty();
    }

    @Test
    void theLogCanStillBeReadAndTheBlockStillHolds() throws IOException {
        live("kim-goes", "+447700900634", "case-of-kim");
        service.call("DELETE", "/v1/accounts/kim-goes/personal-data", "");
        String id =
                texts(
                                "SELECT id FROM journal WHERE account LIKE 'erased-%' ORDER BY id DESC LIMIT 1")
                        .getFirst();

        assertThat(service.call("GET", "/v1/decisions/" + id, "").status()).isEqualTo(200);
        assertThat(service.call("GET", "/v1/decisions/" + id + "/explanation", "").status())
                .isEqualTo(200);
        JsonNode again =
                json(
                        service.call(
                                "POST",
                                "/v1/decisions",
                                "{\"interaction\":\"sign-in\",\"account\":\"kim-goes\"}"));
        assertThat(again.path("verdict").asText()).isEqualTo("block");
        JsonNode twice = json(service.call("DELETE", "/v1/accounts/kim-goes/personal-data", ""));
        assertThat(twice.path("account").asBoolean()).isFalse();
        assertThat(twice.path("securityInfo").asInt()).isZero();
    }

    @Test
    void aMessageThatWaitsDoesNotLeaveAndBringsNothingBack() throws IOException {
        // A test mailbox whose messages leave two minutes late.
        Answer sent =
                service.call(
                        "POST",
                        "/v1/verifications",
                        "{\"account\":\"lou-goes\",\"method\":{\"channel\":\"email\",\"address\":\"slow@example.com\"}}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        service.call("GET", "/sandbox/messages", "");
        json(service.call("DELETE", "/v1/accounts/lou-goes/personal-data", ""));

        service.call("PUT", "/sandbox/clock", "{\"advance\":\"PT3M\"}");
        Answer inbox = service.call("GET", "/sandbox/messages?to=slow@example.com", "");

        assertThat(inbox.body()).contains("\"items\":[]");
        assertThat(places("lou-goes")).isEmpty();
    }

    /// Somebody enrols a number, signs in, asks for a code, and is reported.
    private void live(String account, String number, String evidence) throws IOException {
        call("PUT", "/v1/accounts/" + account, "{\"language\":\"en-GB\"}");
        String method = "\"method\":{\"channel\":\"sms\",\"address\":\"" + number + "\"}";
        JsonNode added =
                call(
                        "POST",
                        "/v1/accounts/" + account + "/security-info",
                        "{" + method + ",\"source\":" + SOURCE + "}");
        String code =
                json(service.call("GET", "/sandbox/messages?to=" + number.replace("+", "%2B"), ""))
                        .at("/items/0/code")
                        .asText();
        call(
                "POST",
                "/v1/verifications/" + added.at("/verification/id").asText() + "/check",
                "{\"code\":\"" + code + "\",\"source\":" + SOURCE + "}");
        call(
                "POST",
                "/v1/decisions",
                "{\"interaction\":\"sign-in\",\"account\":\"" + account + "\"}");
        call("POST", "/v1/verifications", "{\"account\":\"" + account + "\"," + method + "}");
        call(
                "POST",
                "/v1/events",
                "{\"event\":\"terms-violation\",\"severity\":\"severe\",\"account\":\""
                        + account
                        + "\",\"evidence\":\""
                        + evidence
                        + "\",\"clause\":\"3.2\"}");
    }

    private JsonNode held(String account) throws IOException {
        return json(service.call("GET", "/v1/accounts/" + account + "/personal-data", ""));
    }

    private JsonNode call(String method, String path, String body) throws IOException {
        return json(service.call(method, path, body));
    }

    private static JsonNode json(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }

    /// How many rows hold a text, by every column of every table that could.
    private Map<String, Long> places(String text) {
        Map<String, Long> places = new TreeMap<>();
        for (String column :
                texts(
                        "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND data_type IN"
                                + " ('varchar', 'char', 'text', 'mediumtext', 'longtext', 'blob', 'mediumblob', 'varbinary')")) {
            String[] place = column.split("\\.", -1);
            long rows =
                    count(
                            "`%s` WHERE INSTR(CAST(`%s` AS BINARY), '%s') > 0"
                                    .formatted(place[0], place[1], text));
            if (rows > 0) {
                places.put(column, rows);
            }
        }
        return places;
    }

    private List<String> texts(String sql) {
        return Sql.query(service.bean(DataSource.class), sql, List.of(), row -> row.getString(1));
    }

    private long count(String table) {
        return Sql.query(
                        service.bean(DataSource.class),
                        "SELECT COUNT(*) FROM " + table,
                        List.of(),
                        row -> row.getLong(1))
                .getFirst();
    }
}
