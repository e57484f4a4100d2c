package io.verigate.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.Channel;
import io.verigate.decision.InfoState;
import io.verigate.decision.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Several replacements of one account in sequence.
final class HeldChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Duration HOLD = Duration.ofDays(30);

    private final Account account =
            Account.unknown("a-1", NOW)
                    .with(passkey("si-old", NOW.minus(Duration.ofDays(90))).confirmed(NOW));

    @Test
    void theSecondReplacementOfOnePersonStandsBesideTheFirst() {
        Account both = account.with(replacement("si-1", at(1))).with(replacement("si-2", at(2)));

        assertThat(working(both.at(at(30)))).containsExactly("si-old");
        assertThat(working(both.at(at(31)))).containsExactly("si-1");
        assertThat(working(both.at(at(32)))).containsExactly("si-1", "si-2");
        assertThat(both.at(at(32)).info("si-old").orElseThrow().removedAt()).isEqualTo(at(31));
    }

    @Test
    void comesOutTheSameHoweverLateItIsLookedAt() {
        Account both = account.with(replacement("si-1", at(1))).with(replacement("si-2", at(2)));

        assertThat(both.at(at(400))).isEqualTo(both.at(at(31)).at(at(32)).at(at(400)));
    }

    @Test
    void aUseThatIsToldLateCancelsOnlyWhatWasHeldThen() {
        Account both = account.with(replacement("si-1", at(1))).with(replacement("si-2", at(9)));

        Account after = both.used(at(5));

        assertThat(after.held()).extracting(SecurityInfo::id).containsExactly("si-2");
        assertThat(after.info("si-1").orElseThrow().last()).isEqualTo(InfoChange.CANCEL);
    }

    @Test
    void theTimeOfALockIsAddedToTheHold() {
        Account held = account.with(replacement("si-1", at(1)));

        Account cleared =
                held.with(Standing.FLAGGED, at(10))
                        .with(Standing.LOCKED, at(12))
                        .with(Standing.GOOD, at(25));

        assertThat(working(cleared.at(at(45)))).containsExactly("si-old");
        assertThat(working(cleared.at(at(46)))).containsExactly("si-1");
        assertThat(working(held.with(Standing.LOCKED, at(10)).at(at(400))))
                .containsExactly("si-old");
    }

    @Test
    void whatIsProvenAfterItsHoldTakesEffectThen() {
        SecurityInfo late = passkey("si-1", at(1)).held(at(1).plus(HOLD)).confirmed(at(40));

        Account after = account.with(late).at(at(40));

        assertThat(working(after)).containsExactly("si-1");
        assertThat(after.info("si-1").orElseThrow().confirmedAt()).isEqualTo(at(40));
    }

    private static SecurityInfo replacement(String id, Instant named) {
        return passkey(id, named).held(named.plus(HOLD)).confirmed(named);
    }

    private static SecurityInfo passkey(String id, Instant named) {
        return SecurityInfo.pending(id, Channel.PASSKEY, null, "en", named);
    }

    private static Instant at(int day) {
        return NOW.plus(Duration.ofDays(day));
    }

    private static List<String> working(Account account) {
        return account.securityInfo().stream()
                .filter(info -> info.state() == InfoState.CONFIRMED)
                .map(SecurityInfo::id)
                .toList();
    }
}
