package io.verigate.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Channel;
import io.verigate.decision.ClientFamiliarity;
import io.verigate.decision.PhoneNumber;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CodesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final Codes codes = new Codes(new Fingerprints(new byte[Fingerprints.KEY_LENGTH]), 6);

    @Test
    void makesCodesOfTheWantedLengthWithLeadingZeros() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            made.add(codes.next());
        }

        assertThat(made).allMatch(code -> code.matches("[0-9]{6}")).hasSizeGreaterThan(1_900);
        assertThat(made).anyMatch(code -> code.startsWith("0"));
    }

    @Test
    void refusesCodesThatAreTooShortToBeSafe() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Codes(new Fingerprints(new byte[Fingerprints.KEY_LENGTH]), 5));
    }

    @Test
    void bindsACodeToItsVerificationAndPurpose() {
        Verification sent = verification("v-1", Purpose.SIGN_IN);
        Verification withCode = sent.withHash(codes.hash(sent, "123456"));

        assertThat(codes.matches(withCode, "123456")).isTrue();
        assertThat(codes.matches(withCode, "123457")).isFalse();
        byte[] hash = withCode.hash().orElseThrow();
        assertThat(codes.matches(verification("v-2", Purpose.SIGN_IN).withHash(hash), "123456"))
                .isFalse();
        assertThat(codes.matches(verification("v-1", Purpose.RECOVERY).withHash(hash), "123456"))
                .isFalse();
    }

    @Test
    void matchesNothingBeforeACodeWasMade() {
        assertThat(codes.matches(verification("v-1", Purpose.SIGN_IN), "123456")).isFalse();
    }

    private static Verification verification(String id, Purpose purpose) {
        return new Verification(
                id,
                "a-1",
                purpose,
                Channel.SMS,
                new PhoneNumber("+447700900123"),
                "",
                "en",
                "d-1",
                VerificationState.QUEUED,
                null,
                Codes.CHECKS,
                NOW,
                NOW,
                NOW.plus(Codes.LIFE),
                NOW,
                ClientFamiliarity.UNKNOWN,
                null);
    }
}
