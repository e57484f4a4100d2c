package io.verigate.delivery;

import io.verigate.assessment.Playground;
import io.verigate.decision.Decision;
import io.verigate.decision.InteractionKind;
import io.verigate.delivery.InfoWorld.Came;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/// The ways back that an owner has, tried one after the other with patience: what is in hand, a replacement, the help
/// desk.
///
/// @param managed whether there is a help desk
record InfoReturn(InfoWorld world, boolean managed) {
    private static final String FRESH = "+447400100009";
    private static final int PATIENCE = 40;

    /// Whether the owner can prove themselves in the end, from home.
    boolean succeeds(Set<String> inHand) {
        for (String address : inHand) {
            if ("confirmed".equals(world.worth().get(address))
                    && patiently(() -> world.use(address, Playground.HOME, true)).verified()) {
                return true;
            }
        }
        return managed ? byHelpDesk() : byReplacement();
    }

    private boolean byReplacement() {
        Came came =
                patiently(() ->
                        world.enrol(
                                InteractionKind.REPLACE_SECURITY_INFO,
                                FRESH,
                                Playground.HOME,
                                true));
        if (!came.verified()) {
            return false;
        }
        world.ground.clock.advance(Duration.ofDays(30));
        return works();
    }

    private boolean byHelpDesk() {
        if (!world.clear().verified()) {
            return false;
        }
        Decision signIn = world.signIn(Playground.HOME).decision();
        if (signIn == null || !signIn.route().equals("register")) {
            return false;
        }
        return patiently(() ->
                        world.enrol(
                                InteractionKind.ADD_SECURITY_INFO, FRESH, Playground.HOME, true))
                        .verified()
                && works();
    }

    private boolean works() {
        return "confirmed".equals(world.worth().get(FRESH))
                && patiently(() -> world.use(FRESH, Playground.HOME, true)).verified();
    }

    /// Comes again when the decision says so.
    private Came patiently(Supplier<Came> attempt) {
        Came came = attempt.get();
        for (int i = 0; i < PATIENCE && !came.verified(); i++) {
            Decision decision = came.decision();
            Instant retryAt = decision == null ? null : decision.retryAt().orElse(null);
            if (retryAt == null || retryAt.isAfter(world.now().plus(Duration.ofDays(90)))) {
                return came;
            }
            world.ground.clock.set(retryAt);
            came = attempt.get();
        }
        return came;
    }
}
