package io.verigate.analysis.regression;

import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/// Somebody who wants to shut the owner out, and comes from elsewhere each time.
final class Stranger implements Player {
    private static final Weapon[] ALONE = {
        Weapon.HAMMER,
        Weapon.BOMB,
        Weapon.GUESSES,
        Weapon.PASSWORDS,
        Weapon.REPORTS,
        Weapon.CHANGES,
        Weapon.NEIGHBOURS,
        Weapon.SHADOW
    };
    private static final int TYPED = 5;
    private static final int NOBODY = -1;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    private final Weapon weapon;
    private final Random random;
    private final Owner owner;
    private Instant next;
    private int acts;
    private int messages;
    private int toOwner;
    // How many codes the owner had when the last one of this stranger left, and how often that may
    // still be typed.
    private int codesBefore = NOBODY;
    private int tries;
    private int shadowed;

    Stranger(Weapon weapon, Random random, Owner owner, Instant start) {
        this.weapon = weapon;
        this.random = random;
        this.owner = owner;
        this.next = start;
    }

    @Override
    public Instant next() {
        return next;
    }

    @Override
    public void act(TimelineDriver stage) {
        strike(weapon == Weapon.EVERYTHING ? ALONE[random.nextInt(ALONE.length)] : weapon, stage);
        long pause = weapon.pause().toMillis();
        next = next.plusMillis(pause / 2 + random.nextLong(pause));
    }

    private void strike(Weapon now, TimelineDriver stage) {
        Acts asOwner = new Acts(Owner.ACCOUNT, elsewhere());
        Acts asAnother = new Acts("other-" + acts, elsewhere());
        acts++;
        switch (now) {
            case HAMMER -> send(stage, asOwner, address());
            case BOMB, PATIENT_BOMB -> send(stage, asAnother, address());
            case GUESSES -> guess(stage, asOwner);
            case PASSWORDS -> {
                stage.perform(asOwner.ask(InteractionKind.SIGN_IN, Method.NONE));
                stage.perform(asOwner.tell(ReportedEvent.SIGN_IN_FAILED));
            }
            case REPORTS ->
                    stage.perform(
                            asOwner.tell(
                                    random.nextBoolean()
                                            ? ReportedEvent.UNREQUESTED_CODE
                                            : ReportedEvent.SIGN_IN_FAILED));
            case CHANGES -> change(stage, asOwner);
            case NEIGHBOURS -> send(stage, asAnother, beside());
            case SHADOW -> shadow(stage, asOwner);
            case SHADOW_OF_ANOTHER -> shadow(stage, asAnother);
            case EVERYTHING -> throw new IllegalStateException("one of the others was chosen");
        }
    }

    private void send(TimelineDriver stage, Acts acts, Method.Named method) {
        count(stage, acts.send(method), method);
    }

    private boolean count(TimelineDriver stage, TimelineAction act, Method.Named method) {
        String verdict = String.valueOf(stage.perform(act).orElseThrow().seen().get("verdict"));
        boolean left = verdict.equals("allow") || verdict.equals("delay");
        messages += left ? 1 : 0;
        toOwner += left && (method.equals(Owner.PHONE) || method.equals(Owner.MAIL)) ? 1 : 0;
        return left;
    }

    /// Types wrong codes into a code of the stranger's own: those of the owner have ids that nobody guesses.
    private void guess(TimelineDriver stage, Acts acts) {
        if (tries > 0 && codesBefore == owner.asked()) {
            tries--;
            stage.perform(acts.type(false, Owner.PHONE));
        } else if (count(stage, acts.send(Owner.PHONE), Owner.PHONE)) {
            tries = TYPED;
            codesBefore = owner.asked();
        }
    }

    private void change(TimelineDriver stage, Acts asOwner) {
        Method.Named mine = Acts.sms("+44740099%04d".formatted(random.nextInt(10_000)));
        switch (random.nextInt(3)) {
            case 0 -> count(stage, asOwner.enrol(mine), mine);
            case 1 -> stage.perform(asOwner.ask(InteractionKind.REMOVE_SECURITY_INFO, Method.NONE));
            default -> count(stage, asOwner.ask(InteractionKind.REPLACE_SECURITY_INFO, mine), mine);
        }
    }

    private void shadow(TimelineDriver stage, Acts acts) {
        if (owner.awaitsCode()
                && shadowed != owner.asked()
                && next.isAfter(owner.codeLeft().plus(FIRST_WAIT))) {
            shadowed = owner.asked();
            send(stage, acts, owner.destination());
        }
    }

    private Method.Named address() {
        return random.nextInt(3) == 0 ? Owner.MAIL : Owner.PHONE;
    }

    private Method.Named beside() {
        int last = random.nextInt(99);
        return Acts.sms("+4474001234%02d".formatted(last < 56 ? last : last + 1));
    }

    private Source elsewhere() {
        int which = random.nextInt(60_000);
        return new Source(
                "10.%d.%d.%d".formatted(which % 240, which / 240, 1 + random.nextInt(250)),
                random.nextBoolean() ? "" : "rig-" + which);
    }

    int acts() {
        return acts;
    }

    /// Messages that left at this stranger's doing.
    int messages() {
        return messages;
    }

    /// Those of them that went to the owner.
    int toOwner() {
        return toOwner;
    }
}
