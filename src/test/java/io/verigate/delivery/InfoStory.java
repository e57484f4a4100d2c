package io.verigate.delivery;

import static io.verigate.delivery.InfoActs.ELSEWHERE;
import static io.verigate.delivery.InfoActs.HOME;
import static io.verigate.delivery.InfoActs.OWNERS;
import static io.verigate.delivery.InfoActs.STRANGERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.decision.AccountKind;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.Source;
import io.verigate.decision.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// One random history of an account: its owner, a stranger who knows the password, an operator and a help desk.
/// Used by one thread.
final class InfoStory {
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(20),
                    Duration.ofHours(3),
                    Duration.ofDays(1),
                    Duration.ofDays(6),
                    Duration.ofDays(20));

    private final Random dice;
    private final boolean managed;
    private final InfoActs acts;
    private final Set<String> happened;

    /// @param happened receives the names of notable events, over many histories
    InfoStory(long seed, Set<String> happened) {
        this.dice = new Random(seed);
        this.happened = happened;
        this.acts = new InfoActs(happened);
        this.managed = dice.nextInt(3) == 0;
        acts.log.add("seed " + seed);
    }

    void run(int steps) {
        acts.world.tell(managed ? AccountKind.MANAGED : AccountKind.PERSONAL);
        acts.enrol(InteractionKind.ADD_SECURITY_INFO, OWNERS.getFirst(), HOME, "begins");
        for (int step = 0; step < steps; step++) {
            acts.world.ground.clock.advance(pick(PAUSES));
            acts.log.add("\n" + acts.world.now());
            acts.model.passed(acts.world.now());
            acts.compare();
            step();
            acts.compare();
        }
    }

    /// Finally the owner recovers the account without interference; failing to do so fails the test.
    void ownerReturns() {
        acts.log.add("all others leave");
        acts.standing(Standing.GOOD);
        boolean back = new InfoReturn(acts.world, managed).succeeds(acts.inHand);
        assertThat(back).as("the owner returns: %s", acts.log).isTrue();
    }

    private void step() {
        switch (dice.nextInt(16)) {
            case 0, 1, 2 -> acts.use(pick(OWNERS), HOME);
            case 3 -> acts.signedIn(pick(OWNERS), HOME);
            case 4 -> acts.enrol(InteractionKind.ADD_SECURITY_INFO, pick(OWNERS), HOME, "adds");
            case 5 ->
                    acts.enrol(
                            InteractionKind.REPLACE_SECURITY_INFO, pick(OWNERS), HOME, "replaces");
            case 6 -> session(HOME, OWNERS);
            case 7 -> lose();
            case 8 ->
                    acts.enrol(
                            InteractionKind.ADD_SECURITY_INFO, pick(STRANGERS), ELSEWHERE, "adds");
            case 9, 10 ->
                    acts.enrol(
                            InteractionKind.REPLACE_SECURITY_INFO,
                            pick(STRANGERS),
                            ELSEWHERE,
                            "replaces");
            case 11 -> session(ELSEWHERE, STRANGERS);
            case 12 -> acts.world.use(pick(OWNERS), ELSEWHERE, false);
            case 13 -> acts.use(pick(STRANGERS), ELSEWHERE);
            case 14 -> acts.world.signedIn(Method.NONE, dice.nextBoolean() ? HOME : ELSEWHERE);
            default -> operate();
        }
    }

    /// One session that changes security info: verifies the person if possible, then removes info in two steps in any
    /// order.
    private void session(Source source, List<String> own) {
        List<String> working = acts.model.working().stream().filter(own::contains).toList();
        if (!working.isEmpty()) {
            acts.use(pick(working), source);
        }
        String address = pick(dice.nextBoolean() ? OWNERS : STRANGERS);
        List<String> all = acts.model.working();
        for (int i = dice.nextInt(3); i >= 0; i--) {
            acts.remove(all.isEmpty() ? address : pick(all), source, dice.nextBoolean());
            acts.remove(address, source, dice.nextInt(4) == 0);
        }
    }

    private void lose() {
        if (acts.inHand.size() > 1 && dice.nextInt(3) == 0) {
            acts.inHand.clear();
            happened.add("everything lost");
        } else {
            acts.inHand.remove(pick(OWNERS));
        }
        acts.log.add("the owner has " + acts.inHand);
    }

    private void operate() {
        switch (dice.nextInt(4)) {
            case 0 -> acts.standing(dice.nextBoolean() ? Standing.LOCKED : Standing.FLAGGED);
            case 1, 2 -> acts.standing(Standing.GOOD);
            default -> acts.clear(managed);
        }
    }

    private <T> T pick(List<T> some) {
        return some.get(dice.nextInt(some.size()));
    }
}
