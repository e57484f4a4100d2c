package io.verigate.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.assessment.Playground;
import io.verigate.assessment.ShippedRules;
import io.verigate.decision.Channel;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Verdict;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.signal.NetworkTables;
import io.verigate.verification.CheckCode.CheckCodeResult;
import io.verigate.verification.Codes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Codes in memory live as long, and bear as many checks, as those of a running service.
final class InMemoryServiceTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final Method PHONE =
            new Method.Named(Channel.SMS, new PhoneNumber("+447400123456"));
    private static final Interaction CHECK =
            Playground.asking(InteractionKind.CHECK_CODE, "a-1", PHONE, Playground.HOME);

    private final InMemoryService service =
            new InMemoryService(
                    new InMemoryLedger(),
                    ShippedRules.active(),
                    InMemoryService.context(NetworkTables.none()),
                    START);

    @Test
    void aCodeExpires() {
        send();
        service.moveTo(START.plus(Codes.LIFE).minusSeconds(1));
        assertThat(service.hasOpenCode(CHECK)).isTrue();
        service.moveTo(START.plus(Codes.LIFE));

        assertThat(service.hasOpenCode(CHECK)).isFalse();
        assertThat(verifies(true)).isFalse();
    }

    @Test
    void aCodeBearsFiveChecks() {
        send();
        for (int check = 1; check < Codes.CHECKS; check++) {
            assertThat(verifies(false)).isFalse();
        }
        assertThat(service.hasOpenCode(CHECK)).isTrue();

        assertThat(verifies(false)).isFalse();
        assertThat(verifies(true)).isFalse();
    }

    @Test
    void aCodeIsVerifiedOnce() {
        send();

        assertThat(verifies(true)).isTrue();
        assertThat(verifies(true)).isFalse();
    }

    @Test
    void theNewestCodeIsEntered() {
        send();
        service.moveTo(START.plus(Duration.ofMinutes(5)));
        send();
        service.moveTo(START.plus(Duration.ofMinutes(12)));

        assertThat(verifies(true)).isTrue();
    }

    private void send() {
        Interaction request = Playground.sending("a-1", "+447400123456", Playground.HOME);
        assertThat(service.send(request).decision().verdict()).isEqualTo(Verdict.ALLOW);
    }

    private boolean verifies(boolean right) {
        return service.check(CHECK, right) instanceof CheckCodeResult.Compared compared
                && compared.verified();
    }
}
