package io.verigate.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.ClientFamiliarity;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.FactType;
import io.verigate.decision.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The contract of repositories of verifications.
public abstract class VerificationRepositoryContract {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123456Z");

    protected abstract VerificationRepository book();

    protected abstract VerificationHistory trail();

    /// Writes the verifications of an account.
    protected abstract void keep(String account, AccountVerifications verifications)
            throws Exception;

    @Test
    void findsVerificationsByIdWithAllThatIsKnown() throws Exception {
        Verification sent =
                verification("v-1", new PhoneNumber("+447400123456"), null, FactType.FOREVER);
        Verification delivered =
                verification("v-2", new EmailAddress("ü@example.com"), new byte[32], NOW)
                        .received(NOW.plusSeconds(3));
        keep("a-1", new AccountVerifications(List.of(sent, delivered)));

        assertThat(book().find("v-1")).hasValueSatisfying(found -> assertSame(found, sent));
        assertThat(book().find("v-2")).hasValueSatisfying(found -> assertSame(found, delivered));
        assertThat(book().find("v-3")).isEmpty();
    }

    @Test
    void findsTheNewestOfAnAccount() throws Exception {
        Address to = new PhoneNumber("+447400123456");
        keep(
                "a-1",
                new AccountVerifications(
                        List.of(
                                verification("v-1", to, null, NOW),
                                verification("v-2", to, null, NOW),
                                verification("v-3", to, null, NOW))));

        assertThat(trail().of("a-1", 2)).extracting(Verification::id).containsExactly("v-3", "v-2");
        assertThat(trail().of("a-2", 2)).isEmpty();
    }

    /// Verifications compare by their mutable parts only.
    private static void assertSame(Verification found, Verification kept) {
        assertThat(found).usingRecursiveComparison().isEqualTo(kept);
    }

    private static Verification verification(
            String id, Address to, byte @Nullable [] hash, Instant resendAt) {
        return new Verification(
                id,
                "a-1",
                Purpose.SIGN_IN,
                to instanceof PhoneNumber ? Channel.SMS : Channel.EMAIL,
                to,
                "si-1",
                "en-GB",
                "d-1",
                VerificationState.QUEUED,
                hash,
                5,
                NOW,
                NOW.plusSeconds(1),
                NOW.plusSeconds(600),
                resendAt,
                ClientFamiliarity.UNKNOWN,
                null);
    }
}
