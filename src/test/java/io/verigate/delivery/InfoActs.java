package io.verigate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.assessment.Playground;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Source;
import io.verigate.decision.Standing;
import io.verigate.delivery.InfoWorld.ActionResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Actions on one account, applied to the service and to the model, with the invariants. Used by one thread.
final class InfoActs {
    static final Source HOME = Playground.HOME;
    static final Source ELSEWHERE = Playground.ELSEWHERE;
    static final List<String> OWNERS =
            List.of("+447400100001", "+447400100002", "+447400100003", "+447400100004");
    static final List<String> STRANGERS = List.of("+447400900001", "+447400900002");

    final InfoWorld world = new InfoWorld();
    final InfoModel model = new InfoModel();
    final Set<String> inHand = new TreeSet<>(OWNERS);
    final List<String> log = new ArrayList<>();
    private final Set<String> happened;
    private final TreeMap<String, Instant> strangerAsked = new TreeMap<>();
    private Instant ownerUsed = Instant.MIN;
    private boolean strangerIn;

    /// @param happened receives the names of notable events
    InfoActs(Set<String> happened) {
        this.happened = happened;
    }

    void use(String address, Source source) {
        boolean right = has(address, source);
        boolean held = model.held().contains(address);
        ActionResult result = world.use(address, source, right);
        log.add(name(source) + " uses " + address + ": " + result.verified());
        assertThat(result.verified() && held)
                .as("info on hold must not sign in: %s", log)
                .isFalse();
        if (result.verified() && model.working().contains(address)) {
            used(source);
        }
    }

    void signedIn(String address, Source source) {
        if (!has(address, source)) {
            return;
        }
        ActionResult result = world.signedIn(InfoWorld.named(address), source);
        if (result.accepted() && model.working().contains(address)) {
            log.add(name(source) + " signs in by " + address);
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
        ActionResult result = world.enrol(kind, address, source, has(address, source));
        log.add(name(source) + " " + word + " " + address + ": " + result);
        if (!result.accepted()) {
            return;
        }
        boolean add = kind == InteractionKind.ADD_SECURITY_INFO;
        assertThat(model.isOpen()).as("a locked account was changed: %s", log).isTrue();
        assertThat(!add || model.hasProof(name(source), world.now()))
                .as("added without a proof: %s", log)
                .isTrue();
        if (model.working().isEmpty() && STRANGERS.contains(address)) {
            // Without security info, anybody with the password can register first.
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
        if (result.verified()) {
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
        ActionResult result = world.remove(address, source, confirm);
        log.add(name(source) + " removes " + address + " (" + confirm + "): " + result);
        if (result.decision() != null && !result.accepted()) {
            if (result.decision().fired().contains("SI-001")) {
                happened.add("last method kept");
            }
            return;
        }
        boolean possible = confirm ? model.remove(address) : model.select(address);
        assertThat(possible).as("the state allows it: %s", log).isEqualTo(result.accepted());
        if (result.accepted()) {
            assertThat(model.hasProof(name(source), world.now()) || before == 0)
                    .as("removed without a proof: %s", log)
                    .isTrue();
            assertThat(before == 1 && works).as("the last one: %s", log).isFalse();
            happened.add(confirm ? "removed" : "selected");
        }
    }

    void standing(Standing standing) {
        world.tell(standing);
        model.standing(standing == Standing.GOOD, world.now());
        model.passed(world.now());
        log.add("the account is " + standing);
    }

    /// Two people of the help desk clear the account.
    ///
    /// @param managed whether they may
    void clear(boolean managed) {
        if (world.clear().verified()) {
            assertThat(managed && model.isOpen()).as("cleared: %s", log).isTrue();
            model.cleared();
            happened.add("cleared");
            log.add("the help desk clears");
        }
    }

    /// Service and model agree on every address, and no stranger has access who must not.
    void compare() {
        assertThat(world.worth()).as("%s", log).isEqualTo(model.worth());
        for (String number : STRANGERS) {
            if (model.working().contains(number) && !strangerIn) {
                Instant asked = strangerAsked.get(number);
                assertThat(asked.plus(Duration.ofDays(30)))
                        .as("a stranger has access before the hold ends: %s", log)
                        .isBeforeOrEqualTo(world.now());
                assertThat(ownerUsed)
                        .as("a stranger has access although the owner used the old info: %s", log)
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
