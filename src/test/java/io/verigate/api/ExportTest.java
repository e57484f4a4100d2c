package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import io.verigate.database.TestDatabase;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The log as a table and as lines, whole or only what is looked for.
@ServiceTest
@Property(name = ServiceTest.SCHEMA, value = ExportTest.SCHEMA)
final class ExportTest {
    static final String SCHEMA = "export";
    private static final String EXPORT = "/v1/decisions/export";
    private static final String PHONE = "+447700900612";
    private static final int BULK = 40_000;
    private static final int REQUESTS = 12;

    @Inject TestService service;

    @BeforeAll
    void decide() {
        for (int i = 0; i < REQUESTS; i++) {
            send("a-busy", PHONE);
        }
        send("a-french", "+33612345678");
        service.call(
                "POST", "/v1/decisions", "{\"interaction\":\"sign-in\",\"account\":\"a-calm\"}");
    }

    @Test
    void isATableForSpreadsheets() {
        Answer answer = service.call("GET", EXPORT + "?format=csv", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.whole().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv");
        assertThat(answer.whole().headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"decisions.csv\"");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo(
                        "id,at,interaction,verdict,until,account,region,destination,source,device,"
                                + "ruleset,reasons,rules");
        assertThat(lines.stream().filter(line -> line.contains("high-volume")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern("(HV|WT)-0"));
        assertThat(answer.body()).endsWith("\r\n");
        assertThat(answer.body())
                .doesNotContain("a-busy", "7700900612", "0900612", "…", "a-french", "a-calm");
    }

    @ParameterizedTest
    @CsvSource({
        "?account=a-busy, 12",
        "?account=nobody, 0",
        "?region=FR, 1",
        "?verdict=allow&account=a-french, 1",
        "?verdict=block&account=a-french, 0",
        "?reason=high-volume&account=a-busy&verdict=allow, 0"
    })
    void handsOutOnlyWhatIsLookedFor(String query, int decisions) {
        assertThat(service.call("GET", EXPORT + query, "").body().lines().count())
                .isEqualTo(decisions);
        assertThat(service.call("GET", EXPORT + query + "&format=csv", "").body().lines().count())
                .isEqualTo(decisions + 1);
    }

    @Test
    void findsByReasonAndRuleTheSameAsTheSearch() {
        for (String query : List.of("?reason=high-volume", "?rule=HV-001", "?rule=WT-001")) {
            long found = service.call("GET", EXPORT + query, "").body().lines().count();
            String searched = service.call("GET", "/v1/decisions" + query, "").body();
            assertThat(found).isPositive();
            assertThat(searched.split("\"ruleset\"", -1)).as(query).hasSize((int) found + 1);
        }
    }

    @Test
    void refusesOtherForms() {
        Answer answer = service.call("GET", EXPORT + "?format=xlsx", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"parameter\":\"format\"", "`csv`");
    }

    @Test
    void streamsManyRows() throws IOException, InterruptedException, SQLException {
        copyDecisions();

        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        service.url()
                                                + EXPORT
                                                + "?format=csv&region=AQ&from=2020-01-01T00:00:00Z"))
                        .header("Authorization", "Bearer " + service.secret(Role.ADMIN))
                        .build();
        long lines = 0;
        String last = "";
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader body =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.send(request, BodyHandlers.ofInputStream()).body(),
                                        StandardCharsets.UTF_8))) {
            body.readLine();
            for (String line = body.readLine(); line != null; line = body.readLine()) {
                String id = line.substring(0, line.indexOf(','));
                assertThat(id).isGreaterThan(last);
                last = id;
                lines++;
            }
        }
        assertThat(lines).isEqualTo(BULK);
    }

    /// The decision on the French number, again and again, in a region that no other has.
    private static void copyDecisions() throws SQLException {
        try (Connection connection = TestDatabase.connect(SCHEMA);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO journal (id, at, interaction, account, verdict, channel, hint, region, ruleset,"
                            + " destination, source, device, detail)"
                            + " SELECT CONCAT('d-', LPAD(LOWER(HEX(1602324610000 + s.seq)), 12, '0'), SUBSTR(j.id, 15)),"
                            + " FROM_UNIXTIME((1602324610000 + s.seq) / 1000),"
                            + " j.interaction, j.account, j.verdict, j.channel, j.hint, 'AQ', j.ruleset, j.destination,"
                            + " j.source, j.device, j.detail FROM journal j JOIN seq_1_to_"
                            + BULK
                            + " s WHERE j.account = 'a-french'");
        }
    }

    private void send(String account, String number) {
        service.call(
                "POST",
                "/v1/verifications",
                "{\"account\": \"%s\", \"method\": {\"channel\": \"sms\", \"address\": \"%s\"}}"
                        .formatted(account, number));
    }
}
