package io.verigate.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.analysis.InMemoryService;
import io.verigate.assessment.ShippedRules;
import io.verigate.journal.JournalEntry;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.signal.NetworkTables;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A lockout is no weapon: for a month a stranger does what may shut the owner of an account out, and the owner, at home,
/// is never refused, waits a little at most, and gets in every day. What leaves at the stranger's doing has an end.
final class LockoutTest {
    private static final Instant START = Instant.parse("2026-11-01T06:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    /// From the sign-in to the right code: half a minute of reading and typing included.
    private static final Duration MAX_LENGTH = Duration.ofMinutes(7);

    /// Messages to the two addresses of the owner in the month.
    private static final int MAX_TO_OWNER = 100;

    @ParameterizedTest(name = "{0}")
    @EnumSource(Weapon.class)
    void noStrangerShutsTheOwnerOut(Weapon weapon) {
        TimelineDriver driver =
                new InMemoryDriver(
                        new InMemoryService(
                                // Nobody reads the log of a month.
                                new InMemoryLedger(Set.of(JournalEntry.RECORDS)),
                                ShippedRules.active(),
                                InMemoryService.context(NetworkTables.none()),
                                START.minus(Duration.ofDays(1))));
        Owner.settle(driver);
        Owner owner = new Owner(new Random(7), START);
        Stranger stranger = new Stranger(weapon, new Random(11), owner, START);

        play(driver, List.of(owner, stranger));

        System.out.printf(
                "%s: %d acts of the stranger, %d messages, %d to the owner; the owner got in %d times in %d days, %d"
                        + " refusals, %d codes were worth nothing, longest way in %s%n",
                weapon,
                stranger.acts(),
                stranger.messages(),
                stranger.toOwner(),
                owner.signedIn(),
                owner.days(),
                owner.refusals().size(),
                owner.codesLost(),
                owner.longest());
        assertThat(owner.refusals()).isEmpty();
        assertThat(owner.signedIn()).isEqualTo(owner.days()).isGreaterThanOrEqualTo(29);
        assertThat(owner.longest()).isLessThan(MAX_LENGTH);
        assertThat(stranger.toOwner()).isLessThan(MAX_TO_OWNER);
    }

    private static void play(TimelineDriver driver, List<Player> players) {
        Instant end = START.plus(MONTH);
        Comparator<Player> first = Comparator.comparing(Player::next);
        for (Player player = players.stream().min(first).orElseThrow();
                player.next().isBefore(end);
                player = players.stream().min(first).orElseThrow()) {
            driver.at(player.next());
            player.act(driver);
        }
    }
}
