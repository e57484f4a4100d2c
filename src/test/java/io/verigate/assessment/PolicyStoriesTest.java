package io.verigate.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.AccountKind;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Decision.UsableMethod;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Source;
import io.verigate.decision.Standing;
import io.verigate.decision.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Each policy as people meet it, over time and with the shipped rules.
final class PolicyStoriesTest {
    private static final String NUMBER = "+447700900123";

    private final Playground playground = new Playground();

    @Test
    void s12FlaggedAccountGetsNoCodeByAnyWayUntilCleared() {
        playground.account("a-1", account -> account.with(AccountKind.MANAGED, "en"));
        playground.tell(ReportedEvent.ACCOUNT_FLAGGED, "a-1", Playground.HOME, Severity.MINOR);

        for (InteractionKind kind : InteractionKind.values()) {
            if (kind != InteractionKind.REPORT) {
                Decision decision =
                        playground.assessment.assess(
                                Playground.asking(
                                        kind,
                                        "a-1",
                                        new Method.Named(Channel.SMS, new PhoneNumber(NUMBER)),
                                        Playground.HOME));
                assertThat(decision.verdict()).as(kind.word()).isEqualTo(Verdict.BLOCK);
                assertThat(decision.fired()).as(kind.word()).contains("UA-010");
            }
        }

        playground.tell(ReportedEvent.ACCOUNT_CLEARED, "a-1", Playground.HOME, Severity.MINOR);
        assertThat(playground.sms("a-1", "+447700900199", Playground.HOME).verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void s12LockedStandingHoldsForEveryMethodOfTheAccount() {
        playground.account(
                "a-1",
                account ->
                        account.with(Standing.LOCKED)
                                .with(
                                        playground.confirmed(
                                                Channel.EMAIL,
                                                new EmailAddress("ann@example.org"))));

        Decision decision = playground.sms("a-1", NUMBER, Playground.HOME);

        assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(decision.methods()).isEmpty();
    }

    @Test
    void s13ThirdMinorStrikeBlocksAndNamesItsClause() {
        assertThat(strike(Severity.MINOR).verdict()).isEqualTo(Verdict.ALLOW);
        playground.clock.advance(Duration.ofDays(40));
        assertThat(strike(Severity.MINOR).verdict()).isEqualTo(Verdict.ALLOW);
        playground.clock.advance(Duration.ofDays(40));
        Decision third = strike(Severity.MINOR);

        assertThat(third.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(third.heldBlock().orElseThrow().clause()).isEqualTo("3.2");
        assertThat(third.advice()).contains("appeal");
        Decision held = playground.sms("a-1", NUMBER, Playground.HOME);
        assertThat(held.fired()).contains("TS-010");
        assertThat(held.heldBlock().orElseThrow().clause()).isEqualTo("3.2");
        assertThat(held.until()).isEqualTo(playground.clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void s13StrikesOlderThanNinetyDaysDoNotCount() {
        strike(Severity.MINOR);
        playground.clock.advance(Duration.ofDays(91));
        strike(Severity.MINOR);

        assertThat(strike(Severity.MINOR).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void s13SevereViolationOutlastsAMajorOne() {
        strike(Severity.MAJOR);
        Decision severe = strike(Severity.SEVERE);

        assertThat(severe.heldBlock().orElseThrow().permanent()).isTrue();
        playground.clock.advance(Duration.ofDays(400));
        assertThat(playground.sms("a-1", NUMBER, Playground.HOME).verdict())
                .isEqualTo(Verdict.BLOCK);
    }

    @Test
    void s30FailedSignInsWaitLongerAndLongerThenBlockTheSource() {
        for (int failure = 1; failure <= 5; failure++) {
            fail(Playground.ELSEWHERE);
            playground.clock.advance(Duration.ofSeconds(20));
        }
        Decision waiting = signIn(Playground.ELSEWHERE);
        assertThat(waiting.verdict()).isEqualTo(Verdict.WAIT);
        assertThat(waiting.until()).isEqualTo(playground.clock.instant().plusSeconds(40));
        for (int failure = 6; failure <= 10; failure++) {
            playground.clock.advance(Duration.ofMinutes(1));
            fail(Playground.ELSEWHERE);
        }
        playground.clock.advance(Duration.ofMinutes(20));

        assertThat(signIn(Playground.ELSEWHERE).verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(signIn(Playground.HOME).verdict())
                .as("strangers' failures do not touch another source")
                .isEqualTo(Verdict.ALLOW);
    }

    @Test
    void s30SuccessForgetsTheFailuresBeforeIt() {
        for (int failure = 1; failure <= 5; failure++) {
            fail(Playground.HOME);
        }
        playground.clock.advance(Duration.ofSeconds(20));
        playground.tell(ReportedEvent.SIGN_IN_SUCCEEDED, "a-1", Playground.HOME, Severity.MINOR);
        playground.clock.advance(Duration.ofSeconds(5));

        assertThat(signIn(Playground.HOME).verdict()).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void s05RefusedChannelNamesTheOthers() {
        playground.account(
                "a-1",
                account ->
                        account.with(
                                playground.confirmed(
                                        Channel.EMAIL, new EmailAddress("ann@example.org"))));

        Decision decision = playground.sms("a-1", "+93701234567", Playground.HOME);

        assertThat(decision.verdict()).isEqualTo(Verdict.REFUSE);
        assertThat(decision.methods()).extracting(UsableMethod::hint).containsExactly("an…");
    }

    @Test
    void s04ResendLadderClimbsAndASuccessfulCodeIsAFreshStart() {
        assertThat(playground.sms("a-1", NUMBER, Playground.HOME).verdict())
                .isEqualTo(Verdict.ALLOW);
        playground.clock.advance(Duration.ofSeconds(29));
        assertThat(playground.sms("a-1", NUMBER, Playground.HOME).until())
                .isEqualTo(playground.clock.instant().plusSeconds(1));
        playground.clock.advance(Duration.ofSeconds(1));
        assertThat(playground.sms("a-1", NUMBER, Playground.HOME).verdict())
                .isEqualTo(Verdict.ALLOW);
        playground.clock.advance(Duration.ofSeconds(30));
        assertThat(playground.sms("a-1", NUMBER, Playground.HOME).until())
                .isEqualTo(playground.clock.instant().plusSeconds(30));
    }

    @Test
    void s01StrangerFromAHiddenNetworkAbroadIsBlockedAndTheOwnerIsNot() {
        playground.tell(ReportedEvent.SIGN_IN_SUCCEEDED, "a-1", Playground.HOME, Severity.MINOR);
        playground.clock.advance(Duration.ofMinutes(30));
        for (int failure = 0; failure < 3; failure++) {
            fail(Playground.ELSEWHERE);
        }
        playground.tell(ReportedEvent.UNREQUESTED_CODE, "a-1", Playground.HOME, Severity.MINOR);
        playground.clock.advance(Duration.ofSeconds(5));

        Decision stranger = playground.sms("a-1", NUMBER, Playground.ELSEWHERE);

        assertThat(stranger.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(stranger.fired()).contains("UA-001");
        assertThat(playground.sms("a-1", NUMBER, Playground.HOME).verdict())
                .isEqualTo(Verdict.DELAY);
    }

    @Test
    void s15BlockOfASourceLeavesTheAccountUsableFromAnother() {
        Source crowded = new Source("203.0.113.200", "");
        for (int i = 0; i < 21; i++) {
            playground.sms("a-1", "+4477009001" + (10 + i), crowded);
            playground.clock.advance(Duration.ofMinutes(1));
        }

        Decision decision = playground.sms("a-2", NUMBER, crowded);

        assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
        assertThat(decision.advice()).contains("try-another-network");
        assertThat(playground.sms("a-2", NUMBER, Playground.HOME).verdict())
                .isEqualTo(Verdict.ALLOW);
    }

    private Decision strike(Severity severity) {
        return playground.tell(ReportedEvent.TERMS_VIOLATION, "a-1", Playground.HOME, severity);
    }

    private void fail(Source source) {
        playground.tell(ReportedEvent.SIGN_IN_FAILED, "a-1", source, Severity.MINOR);
    }

    private Decision signIn(Source source) {
        return playground.assessment.assess(
                Playground.asking(InteractionKind.SIGN_IN, "a-1", Method.NONE, source));
    }
}
