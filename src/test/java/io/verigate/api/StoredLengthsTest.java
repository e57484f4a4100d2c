package io.verigate.api;

import static io.verigate.api.BusyAccount.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.access.ApiKeyGenerator;
import io.verigate.access.ApiKeys;
import io.verigate.access.Role;
import io.verigate.activity.ActivityRecords;
import io.verigate.activity.Block;
import io.verigate.activity.Blocks;
import io.verigate.activity.CounterRow;
import io.verigate.activity.SubjectKey;
import io.verigate.api.TestService.Answer;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Scope;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType;
import io.verigate.ledger.TransactionView;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is as long as it may be is kept, and what is longer is a fault that names its field: the database never decides
/// that.
@ServiceTest
final class StoredLengthsTest {
    @Inject TestService service;

    @Test
    void keepsTheLongestEvidenceAndRefusesMore() {
        String event =
                "{\"event\":\"terms-violation\",\"severity\":\"severe\",\"account\":\"a-evidence\",\"clause\":\"1\",\"evidence\":\"%s\"}";

        refused(
                service.call("POST", "/v1/events", event.formatted("e".repeat(201))),
                "/evidence",
                "too-long");
        assertThat(service.call("POST", "/v1/events", event.formatted("e".repeat(200))).status())
                .isEqualTo(200);
        Answer blocks = service.call("GET", "/v1/blocks?account=a-evidence", "");
        assertThat(json(blocks).at("/items/0/evidence").asText()).hasSize(200);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,  /v1/accounts/a-language,               {\"language\":\"%s\"}",
        "POST, /v1/accounts/a-language/security-info, '{\"method\":{\"channel\":\"sms\",\"address\":\"+447700900651\"},\"language\":\"%s\"}'"
    })
    void keepsTheLongestLanguageAndRefusesMore(String method, String path, String body) {
        String longest = "en-GB-x-abcdefgh-abcdefgh-abcdefgh-abcde";

        refused(service.call(method, path, body.formatted(longest + "f")), "/language", "too-long");
        Answer kept = service.call(method, path, body.formatted(longest));

        assertThat(longest).hasSize(40);
        assertThat(kept.status()).as(kept.body()).isBetween(200, 201);
    }

    @Test
    void refusesWhatHappenedBeforeEverythingThatIsCounted() {
        String event = "{\"event\":\"sign-in-failed\",\"account\":\"a-old\",\"at\":\"%s\"}";

        Answer old = service.call("POST", "/v1/events", event.formatted("1969-07-20T20:17:40Z"));

        refused(old, "/at", "out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"from, 0001-01-01T00:00:00Z", "to, 9999-12-31T00:00:00Z"})
    void refusesABacktestOfTimesThatCannotBeKept(String field, String time) {
        String body = "{\"kind\":\"replay\",\"%s\":\"%s\"}".formatted(field, time);

        refused(service.call("POST", "/v1/backtests", body), "/" + field, "bad-time");
    }

    @Test
    void tellsWhereSomethingIsHoweverLongTheAddressIs() {
        String account = "ü€".repeat(64);
        String path =
                "/v1/accounts/%s/security-info"
                        .formatted(URLEncoder.encode(account, StandardCharsets.UTF_8));
        String body = "{\"method\":{\"channel\":\"sms\",\"address\":\"+447700900652\"}}";
        Map<String, String> key = Map.of("Idempotency-Key", "k-long");

        Answer first = service.call(Role.ADMIN, "POST", path, body, key);
        Answer second = service.call(Role.ADMIN, "POST", path, body, key);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.whole().headers().firstValue("Location"))
                .isEqualTo(first.whole().headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).startsWith(path));
    }

    @Test
    void keepsEndsThatAreTenYearsAwayForYearsToCome() {
        Instant end = Instant.parse("2048-02-29T12:34:56.789012Z");
        SubjectKey subject =
                SubjectKey.of(
                        SubjectKind.ACCOUNT,
                        "a-ten-years",
                        new Fingerprints(new byte[Fingerprints.KEY_LENGTH]));
        Block block =
                new Block(
                        "b-ten-years",
                        Scope.ACCOUNT,
                        subject,
                        "a-ten-years",
                        "terms-of-service",
                        "TS-003",
                        "3.2",
                        "",
                        Instant.EPOCH.plusSeconds(1),
                        end,
                        null,
                        null,
                        null);

        service.bean(Ledger.class).run(new Placing(block));
        ApiKeyGenerator.NewApiKey made =
                new ApiKeyGenerator().make("ten-years", Role.SERVICE, block.since(), end);
        service.bean(ApiKeys.class).add(made.key(), made.sha256());

        Answer blocks = service.call("GET", "/v1/blocks?account=a-ten-years", "");
        assertThat(json(blocks).at("/items/0/until").asText()).isEqualTo(end.toString());
        assertThat(service.bean(ApiKeys.class).unrevoked().get(made.sha256()).expiresAt())
                .isEqualTo(end);
    }

    private record Placing(Block block) implements LedgerTransaction<Boolean> {
        @Override
        public Set<RecordType.Key<?, ?>> reads() {
            return Set.of(
                    ActivityRecords.counterRow(block.subject()),
                    ActivityRecords.BLOCKS.key(block.subject()));
        }

        @Override
        public Boolean run(TransactionView view) {
            view.put(ActivityRecords.counterRow(block.subject()), CounterRow.NONE.withBlock());
            view.put(ActivityRecords.BLOCKS.key(block.subject()), Blocks.NONE.with(block));
            return true;
        }
    }

    private static void refused(Answer answer, String pointer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(json(answer).at("/errors/0/code").asText()).isEqualTo(code);
    }
}
