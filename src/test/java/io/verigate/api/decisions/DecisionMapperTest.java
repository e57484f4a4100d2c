package io.verigate.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.api.common.json.Cursor;
import io.verigate.api.common.json.Json;
import io.verigate.api.common.json.ListPage;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.FactType;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Scope;
import io.verigate.decision.Verdict;
import io.verigate.messages.PhraseSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DecisionMapperTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final DecisionMapper writer =
            new DecisionMapper(
                    new PhraseSource() {
                        @Override
                        public String reason(String code, String language) {
                            return code + " in " + language;
                        }

                        @Override
                        public String advice(String code, String language) {
                            return code + " in " + language;
                        }
                    },
                    new RecoveryConfiguration("https://help.verigate.example/recover"));

    @Test
    void writesABlockAsTheInterfaceFixesIt() {
        Instant until = NOW.plus(Duration.ofDays(1));
        Decision decision =
                decision(
                        Verdict.BLOCK,
                        until,
                        new Decision.ActiveBlock("b-1", Scope.METHOD, until, ""));
        assertThat(Json.text(writer.toResponse(decision, "en")))
                .isEqualTo(
                        """
                        {"id":"d-1","verdict":"block","at":"2026-11-23T09:00:00Z",\
                        "reasons":[{"code":"high-volume","rule":"HV-003","text":"high-volume in en"}],\
                        "block":{"id":"b-1","scope":"method","kind":"temporary","until":"2026-11-24T09:00:00Z"},\
                        "next":{"retryAt":"2026-11-24T09:00:00Z","retryAfterSeconds":86400,\
                        "methods":[{"securityInfo":"si-1","channel":"email","hint":"ra…"}],\
                        "advice":[{"code":"wait","text":"wait in en"}],"route":null,"otherwise":null},\
                        "sender":{"channel":"sms","address":"VERIGATE"},"ruleset":"r1","shadow":[]}\
                        """);
    }

    @Test
    void aPermanentBlockHasNoEnd() {
        DecisionResponse answer =
                writer.toResponse(
                        decision(
                                Verdict.BLOCK,
                                FactType.FOREVER,
                                new Decision.ActiveBlock("b-1", Scope.ACCOUNT, null, "3.2")),
                        "");
        assertThat(answer.block().kind()).isEqualTo("permanent");
        assertThat(answer.block().until()).isNull();
        assertThat(answer.block().clause()).isEqualTo("3.2");
        assertThat(answer.next().retryAt()).isNull();
        assertThat(answer.next().retryAfterSeconds()).isNull();
    }

    @Test
    void anAccountThatIsHeldBackByItsStandingHasNoBlock() {
        DecisionResponse answer =
                writer.toResponse(
                        decision(
                                Verdict.BLOCK,
                                null,
                                new Decision.ActiveBlock("", Scope.ACCOUNT, null, "")),
                        "");
        assertThat(answer.block().kind()).isEqualTo("standing");
        assertThat(answer.block().id()).isNull();
    }

    @Test
    void onlyADelayTellsWhenTheCodeLeaves() {
        Instant until = NOW.plusSeconds(60);
        assertThat(Json.text(writer.toResponse(decision(Verdict.DELAY, until, null), "")))
                .contains("\"deliverAt\":\"2026-11-23T09:01:00Z\"")
                .contains("\"retryAt\":null");
        assertThat(Json.text(writer.toResponse(decision(Verdict.WAIT, until, null), "")))
                .doesNotContain("deliverAt")
                .contains("\"retryAfterSeconds\":60");
    }

    @Test
    void secondsAreRoundedUp() {
        assertThat(DecisionMapper.seconds(NOW, NOW.plusNanos(1))).isEqualTo(1);
        assertThat(DecisionMapper.seconds(NOW, NOW.plusSeconds(2))).isEqualTo(2);
        assertThat(DecisionMapper.seconds(NOW, NOW.minusSeconds(5))).isZero();
    }

    @Test
    void cursorsComeBack() {
        assertThat(Cursor.id(Cursor.after("d-01ab"))).contains("d-01ab");
        assertThat(Cursor.id("*")).isEmpty();
        assertThat(Cursor.id("JyBPUiAx")).isEmpty();
        ListPage<String> page = ListPage.page(List.of("c", "b", "a"), 2, one -> one, one -> one);
        assertThat(page.items()).containsExactly("c", "b");
        assertThat(page.next()).isEqualTo(Cursor.after("b"));
        assertThat(ListPage.page(List.of("a"), 1, one -> one, one -> one).next()).isNull();
    }

    private static Decision decision(
            Verdict verdict, @Nullable Instant until, Decision.@Nullable ActiveBlock block) {
        return new Decision(
                "d-1",
                NOW,
                InteractionKind.SEND_CODE,
                "a-1",
                verdict,
                until,
                until,
                List.of(new Decision.Reason("high-volume", "HV-003")),
                block,
                List.of(new Decision.UsableMethod("si-1", Channel.EMAIL, "ra…")),
                List.of("wait"),
                "",
                new Decision.Sender(Channel.SMS, "VERIGATE"),
                "r1",
                List.of("HV-003"),
                List.of(),
                List.of(),
                Map.of());
    }
}
