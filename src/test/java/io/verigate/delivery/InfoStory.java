package io.verigate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.assessment.Playground;
import io.verigate.decision.AccountKind;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.Source;
import io.verigate.decision.Standing;
import io.verigate.delivery.InfoWorld.Came;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One random life of an account: its owner at home, a stranger who knows the password, an operator and a help desk.
/// After each step the service says of every address what the model says. Used by one thread.
final class InfoStory {
    private static final Source HOME = Playground.HOME;
    private static final Source ELSEWHERE = Playground.ELSEWHERE;
    private static final List<String> OWNERS =
            List.of("+447400100001", "+447400100002", "+447400100003", "+447400100004");
    private static final List<String> STRANGERS = List.of("+447400900001", "+447400900002");
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
    private final InfoWorld world = new InfoWorld();
    private final InfoModel model = new InfoModel();
    private final Set<String> inHand = new TreeSet<>(OWNERS);
    private final Set<String> happened;
    private final List<String> told = new ArrayList<>();
    private final TreeMap<String, Instant> strangerAsked = new TreeMap<>();
    private Instant ownerUsed = Instant.MIN;
    private boolean strangerIn;

    /// @param happened takes the names of what came about, over many stories
    InfoStory(long seed, Set<String> happened) {
        this.dice = new Random(seed);
        this.happened = happened;
        this.managed = dice.nextInt(3) == 0;
        told.add("seed " + seed);
    }

    void run(int steps) {
        world.tell(managed ? AccountKind.MANAGED : AccountKind.PERSONAL);
        enrol(InteractionKind.ADD_SECURITY_INFO, OWNERS.getFirst(), HOME, "begins");
        for (int step = 0; step < steps; step++) {
            world.ground.clock.advance(pick(PAUSES));
            told.add("\n" + world.now());
            model.passed(world.now());
            compare();
            step();
            compare();
        }
    }

    /// What the owner does in the end, when all others have gone: whoever cannot come back fails the test.
    void ownerReturns() {
        told.add("all others leave");
        world.tell(Standing.GOOD);
        model.standing(true, world.now());
        boolean back = new InfoReturn(world, managed).succeeds(inHand);
        assertThat(back).as("the owner returns: %s", told).isTrue();
    }

    private void step() {
        switch (dice.nextInt(16)) {
            case 0, 1, 2 -> use(pick(OWNERS), HOME);
            case 3 -> signedIn(pick(OWNERS), HOME);
            case 4 -> enrol(InteractionKind.ADD_SECURITY_INFO, pick(OWNERS), HOME, "adds");
            case 5 -> enrol(InteractionKind.REPLACE_SECURITY_INFO, pick(OWNERS), HOME, "replaces");
            case 6 -> session(HOME, OWNERS);
            case 7 -> lose();
            case 8 -> enrol(InteractionKind.ADD_SECURITY_INFO, pick(STRANGERS), ELSEWHERE, "adds");
            case 9, 10 ->
                    enrol(
                            InteractionKind.REPLACE_SECURITY_INFO,
                            pick(STRANGERS),
                            ELSEWHERE,
                            "replaces");
            case 11 -> session(ELSEWHERE, STRANGERS);
            case 12 -> world.use(pick(OWNERS), ELSEWHERE, false);
            case 13 -> use(pick(STRANGERS), ELSEWHERE);
            case 14 -> world.signedIn(Method.NONE, dice.nextBoolean() ? HOME : ELSEWHERE);
            default -> operate();
        }
    }

    private void use(String address, Source source) {
        boolean right = has(address, source);
        boolean held = model.held().contains(address);
        Came came = world.use(address, source, right);
        told.add(name(source) + " uses " + address + ": " + came.verified());
        assertThat(came.verified() && held).as("what is held signs nobody in: %s", told).isFalse();
        if (came.verified() && model.working().contains(address)) {
            used(source);
        }
    }

    private void signedIn(String address, Source source) {
        if (!has(address, source)) {
            return;
        }
        Came came = world.signedIn(InfoWorld.named(address), source);
        if (came.accepted() && model.working().contains(address)) {
            told.add(name(source) + " signs in by " + address);
            used(source);
        }
    }

    private void used(Source source) {
        if (!model.held().isEmpty() && model.isOpen()) {
            happened.add("replacement cancelled");
        }
        model.used(name(source), world.now());
        ownerUsed = source.equals(HOME) ? world.now() : ownerUsed;
    }

    private void enrol(InteractionKind kind, String address, Source source, String word) {
        Came came = world.enrol(kind, address, source, has(address, source));
        told.add(name(source) + " " + word + " " + address + ": " + came);
        if (!came.accepted()) {
            return;
        }
        boolean add = kind == InteractionKind.ADD_SECURITY_INFO;
        assertThat(model.isOpen()).as("a locked account changes: %s", told).isTrue();
        assertThat(!add || model.hasProof(name(source), world.now()))
                .as("added without a proof: %s", told)
                .isTrue();
        if (model.working().isEmpty() && STRANGERS.contains(address)) {
            // Where nothing protects the account, whoever has the password registers first.
            strangerIn = true;
        }
        strangerAsked.merge(
                address,
                world.now(),
                (first, again) -> model.worth().containsKey(address) ? first : again);
        if (add) {
            model.added(address, world.now());
        } else {
            model.replaced(address, world.now());
        }
        if (came.verified()) {
            boolean cancels = !model.held().isEmpty() && !model.held().contains(address);
            model.proven(address, name(source), world.now());
            ownerUsed =
                    source.equals(HOME) && model.working().contains(address)
                            ? world.now()
                            : ownerUsed;
            happened.add(cancels ? "proof beside a replacement" : "proof");
        }
    }

    /// Somebody sits down to change security info: proves themselves if they can, then removes in two steps, in any order.
    private void session(Source source, List<String> own) {
        List<String> working = model.working().stream().filter(own::contains).toList();
        if (!working.isEmpty()) {
            use(pick(working), source);
        }
        String address = pick(dice.nextBoolean() ? OWNERS : STRANGERS);
        List<String> all = model.working();
        for (int i = dice.nextInt(3); i >= 0; i--) {
            remove(all.isEmpty() ? address : pick(all), source, dice.nextBoolean());
            remove(address, source, dice.nextInt(4) == 0);
        }
    }

    private void remove(String address, Source source, boolean confirm) {
        int before = model.working().size();
        boolean works = model.working().contains(address);
        Came came = world.remove(address, source, confirm);
        told.add(name(source) + " removes " + address + " (" + confirm + "): " + came);
        if (came.decision() != null && !came.accepted()) {
            if (came.decision().fired().contains("SI-001")) {
                happened.add("last method kept");
            }
            return;
        }
        boolean possible = confirm ? model.remove(address) : model.select(address);
        assertThat(possible).as("the state allows it: %s", told).isEqualTo(came.accepted());
        if (came.accepted()) {
            assertThat(model.hasProof(name(source), world.now()) || before == 0)
                    .as("removed without a proof: %s", told)
                    .isTrue();
            assertThat(before == 1 && works).as("the last one: %s", told).isFalse();
            happened.add(confirm ? "removed" : "selected");
        }
    }

    private void lose() {
        if (inHand.size() > 1 && dice.nextInt(3) == 0) {
            inHand.clear();
            happened.add("everything lost");
        } else {
            inHand.remove(pick(OWNERS));
        }
        told.add("the owner has " + inHand);
    }

    private void operate() {
        switch (dice.nextInt(4)) {
            case 0 -> standing(dice.nextBoolean() ? Standing.LOCKED : Standing.FLAGGED);
            case 1, 2 -> standing(Standing.GOOD);
            default -> {
                Came came = world.clear();
                if (came.verified()) {
                    assertThat(managed && model.isOpen()).as("cleared: %s", told).isTrue();
                    model.cleared();
                    happened.add("cleared");
                    told.add("the help desk clears");
                }
            }
        }
    }

    private void standing(Standing standing) {
        world.tell(standing);
        model.standing(standing == Standing.GOOD, world.now());
        model.passed(world.now());
        told.add("the account is " + standing);
    }

    private void compare() {
        assertThat(world.worth()).as("%s", told).isEqualTo(model.worth());
        for (String number : STRANGERS) {
            if (model.working().contains(number) && !strangerIn) {
                Instant asked = strangerAsked.get(number);
                assertThat(asked.plus(Duration.ofDays(30)))
                        .as("a stranger is in before the hold ends: %s", told)
                        .isBeforeOrEqualTo(world.now());
                assertThat(ownerUsed)
                        .as("a stranger is in though the owner used the old info: %s", told)
                        .isBefore(asked);
                strangerIn = true;
                happened.add("stranger in, owner absent");
            }
        }
        for (String number : OWNERS) {
            if (model.working().contains(number) && model.held().isEmpty() && inHand.isEmpty()) {
                happened.add("works, and is lost");
            }
        }
    }

    private boolean has(String address, Source source) {
        return source.equals(HOME) ? inHand.contains(address) : STRANGERS.contains(address);
    }

    private static String name(Source source) {
        return source.equals(HOME) ? "owner" : "stranger";
    }

    private <T> T pick(List<T> some) {
        return some.get(dice.nextInt(some.size()));
    }
}
