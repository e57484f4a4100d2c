package io.verigate.delivery;

import io.verigate.assessment.Playground;
import io.verigate.decision.Decision;
import io.verigate.decision.InteractionKind;
import io.verigate.delivery.InfoWorld.ActionResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/// The recovery options of an owner, tried in turn: remaining info, a replacement, the help desk.
///
/// @param managed whether there is a help desk
record InfoReturn(InfoWorld world, boolean managed) {
    private static final String FRESH = "+447400100009";
    private static final int PATIENCE = 40;

    /// Whether the owner finally succeeds, from their own client.
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
        ActionResult result =
                patiently(() ->
                        world.enrol(
                                InteractionKind.REPLACE_SECURITY_INFO,
                                FRESH,
                                Playground.HOME,
                                true));
        if (!result.verified()) {
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

    /// Repeats the attempt at the times that decisions give.
    private ActionResult patiently(Supplier<ActionResult> attempt) {
        ActionResult result = attempt.get();
        for (int i = 0; i < PATIENCE && !result.verified(); i++) {
            Decision decision = result.decision();
            Instant retryAt = decision == null ? null : decision.retryAt().orElse(null);
            if (retryAt == null || retryAt.isAfter(world.now().plus(Duration.ofDays(90)))) {
                return result;
            }
            world.ground.clock.set(retryAt);
            result = attempt.get();
        }
        return result;
    }
}
