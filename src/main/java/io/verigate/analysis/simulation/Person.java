package io.verigate.analysis.simulation;

import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Symptom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An honest person: signs in, asks for a code, reads it, types it, mistypes now and then, waits when told to, tries
/// another way when refused, and gives up when it takes too long.
final class Person implements Actor {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_TRIES = 4;

    private final String account;
    private final BehaviorProfile habit;
    private final SeededRandom dice;
    private final PolicyCost cost;
    private final SourceProfile whereabouts;
    private Doing doing = Doing.SIGNING_IN;
    private Instant morning;
    private Instant since;
    private int tries;
    private int codesToday;
    private boolean byMail;
    private boolean firstIsLate;
    private boolean codeAtHand;

    /// What is done next.
    private enum Doing {
        SIGNING_IN,
        ASKING,
        TYPING
    }

    Person(int number, BehaviorProfile habit, SeededRandom dice, PolicyCost cost, Instant start) {
        this.account = habit.wireName() + "-" + number;
        this.habit = habit;
        this.dice = dice;
        this.cost = cost;
        this.whereabouts = new SourceProfile(account, number, habit);
        this.morning = start.plus(dice.between(Duration.ofHours(6), Duration.ofHours(23)));
        this.since = morning;
        cost.person();
    }

    @Override
    public Instant begins() {
        return morning;
    }

    /// Long before the simulation begins.
    void settle(Simulation world) {
        if (habit == BehaviorProfile.NEWCOMER) {
            return;
        }
        world.register(
                account,
                List.of(
                        Map.entry(Channel.SMS, phone()),
                        Map.entry(Channel.EMAIL, whereabouts.mail())));
        world.report(whereabouts.at(world.instant(), false), ReportedEvent.SIGN_IN_SUCCEEDED);
    }

    PhoneNumber phone() {
        return whereabouts.phone();
    }

    String account() {
        return account;
    }

    @Override
    public Optional<Instant> act(Simulation world) {
        return Optional.of(
                switch (doing) {
                    case SIGNING_IN -> signIn(world);
                    case ASKING -> ask(world);
                    case TYPING -> type(world);
                });
    }

    private Instant signIn(Simulation world) {
        since = world.instant();
        firstIsLate = habit == BehaviorProfile.IMPATIENT && dice.once(4);
        boolean right = !dice.once(20);
        Decision decision = world.signIn(whereabouts.at(since, true), right);
        Duration pause = dice.seconds(2, 15);
        if (!decision.verdict().accepts()) {
            return refused(decision, world);
        }
        doing = right ? Doing.ASKING : Doing.SIGNING_IN;
        return since.plus(pause);
    }

    private Instant ask(Simulation world) {
        tries++;
        Symptom symptom = tries > 1 && codeIsLost() ? Symptom.NOT_RECEIVED : null;
        Decision decision =
                world.ask(whereabouts.at(world.instant(), true), method(), symptom, cost);
        Instant now = world.instant();
        return switch (decision.verdict()) {
            case ALLOW, DELAY -> onItsWay(decision, now);
            case WAIT -> toldToWait(decision, world);
            case REFUSE, BLOCK -> refused(decision, world);
        };
    }

    private Instant onItsWay(Decision decision, Instant now) {
        Instant arrives = now;
        if (decision.until() != null) {
            cost.lost(Duration.between(now, decision.until()));
            arrives = decision.until();
        }
        if (codeIsLost()) {
            byMail = tries >= 3;
            return tries >= MAX_TRIES ? giveUp() : again(arrives.plus(dice.seconds(35, 90)));
        }
        codeAtHand = tries > 1 || !firstIsLate;
        if (!codeAtHand || habit == BehaviorProfile.IMPATIENT && tries < 3 && !dice.once(3)) {
            return again(now.plus(dice.seconds(8, 25)));
        }
        doing = Doing.TYPING;
        return arrives.plus(dice.seconds(10, 60));
    }

    /// Who has a code types it; nobody waits for another one then.
    private Instant toldToWait(Decision decision, Simulation world) {
        if (codeAtHand) {
            doing = Doing.TYPING;
            return world.instant().plus(dice.seconds(10, 60));
        }
        Instant until = decision.retryAt().orElse(world.instant());
        Duration length = Duration.between(world.instant(), until);
        if (length.compareTo(habit.patience()) > 0 || tries >= MAX_TRIES * 2) {
            return giveUp();
        }
        cost.lost(length);
        return again(until.plus(dice.seconds(1, 15)));
    }

    private Instant refused(Decision decision, Simulation world) {
        boolean another = doing == Doing.ASKING && !byMail && habit != BehaviorProfile.NEWCOMER;
        if (!another) {
            return giveUp();
        }
        byMail = true;
        return again(world.instant().plus(dice.seconds(20, 60)));
    }

    private Instant again(Instant at) {
        doing = Doing.ASKING;
        return at;
    }

    private Instant type(Simulation world) {
        boolean right = !dice.once(25);
        boolean compared = world.type(whereabouts.at(world.instant(), true), method(), right, cost);
        if (!compared) {
            return giveUp();
        }
        if (!right) {
            return world.instant().plus(dice.seconds(5, 20));
        }
        world.report(whereabouts.at(world.instant(), true), ReportedEvent.SIGN_IN_SUCCEEDED);
        return rest();
    }

    private Instant giveUp() {
        cost.givenUp();
        return rest();
    }

    private Instant rest() {
        doing = Doing.SIGNING_IN;
        tries = 0;
        byMail = false;
        codeAtHand = false;
        codesToday++;
        if (codesToday < habit.codesADay()) {
            return since.plus(dice.between(Duration.ofMinutes(90), Duration.ofHours(5)));
        }
        codesToday = 0;
        morning = morning.plus(DAY).plus(dice.seconds(-3_600, 3_600));
        return morning.isAfter(since) ? morning : since.plus(DAY);
    }

    private boolean codeIsLost() {
        return habit == BehaviorProfile.LOST_PHONE && !byMail;
    }

    private Method method() {
        return byMail
                ? new Method.Named(Channel.EMAIL, whereabouts.mail())
                : new Method.Named(Channel.SMS, phone());
    }
}
