package io.verigate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.assessment.Playground;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Source;
import io.verigate.decision.Standing;
import io.verigate.delivery.InfoWorld.Came;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What people do to one account, in the service and in the model, and what must never come of it. Used by one thread.
final class InfoActs {
    static final Source HOME = Playground.HOME;
    static final Source ELSEWHERE = Playground.ELSEWHERE;
    static final List<String> OWNERS =
            List.of("+447400100001", "+447400100002", "+447400100003", "+447400100004");
    static final List<String> STRANGERS = List.of("+447400900001", "+447400900002");

    final InfoWorld world = new InfoWorld();
    final InfoModel model = new InfoModel();
    final Set<String> inHand = new TreeSet<>(OWNERS);
    final List<String> told = new ArrayList<>();
    private final Set<String> happened;
    private final TreeMap<String, Instant> strangerAsked = new TreeMap<>();
    private Instant ownerUsed = Instant.MIN;
    private boolean strangerIn;

    /// @param happened takes the names of what came about
    InfoActs(Set<String> happened) {
        this.happened = happened;
    }

    void use(String address, Source source) {
        boolean right = has(address, source);
        boolean held = model.held().contains(address);
        Came came = world.use(address, source, right);
        told.add(name(source) + " uses " + address + ": " + came.verified());
        assertThat(came.verified() && held).as("what is held signs nobody in: %s", told).isFalse();
        if (came.verified() && model.working().contains(address)) {
            used(source);
        }
    }

    void signedIn(String address, Source source) {
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

    void enrol(InteractionKind kind, String address, Source source, String word) {
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

    void remove(String address, Source source, boolean confirm) {
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

    void standing(Standing standing) {
        world.tell(standing);
        model.standing(standing == Standing.GOOD, world.now());
        model.passed(world.now());
        told.add("the account is " + standing);
    }

    /// Two people of the help desk clear it.
    ///
    /// @param managed whether they may
    void clear(boolean managed) {
        if (world.clear().verified()) {
            assertThat(managed && model.isOpen()).as("cleared: %s", told).isTrue();
            model.cleared();
            happened.add("cleared");
            told.add("the help desk clears");
        }
    }

    /// The service says of every address what the model says, and no stranger is in who must not be.
    void compare() {
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
}
