package io.verigate.analysis.regression;

import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Signs in about once a day from home, asks for a code, waits when told to, and types it.
final class Owner implements Player {
    static final String ACCOUNT = "owner";
    static final Source HOME = new Source("198.51.100.7", "d-home");
    static final Method.Named PHONE = Acts.sms("+447400123456");
    static final Method.Named MAIL = Acts.mail("ann@example.org");

    private static final Acts MINE = new Acts(ACCOUNT, HOME);

    private final Random random;
    private final Instant start;
    private final List<String> refusals = new ArrayList<>();
    private Instant next;
    private Instant began;
    private Doing doing = Doing.SIGNING_IN;
    private Duration longest = Duration.ZERO;
    private int days;
    private int signedIn;
    private int codesLost;
    private int asked;
    private Instant codeLeft = Instant.EPOCH;

    private enum Doing {
        SIGNING_IN,
        ASKING,
        TYPING
    }

    Owner(Random random, Instant start) {
        this.random = random;
        this.start = start;
        this.next = start;
        this.began = start;
    }

    /// Makes the account, with both methods proven and home known.
    static void settle(TimelineDriver stage) {
        for (Method.Named method : List.of(PHONE, MAIL)) {
            stage.perform(MINE.enrol(method));
            stage.perform(MINE.type(true, method));
        }
        stage.perform(MINE.tell(ReportedEvent.SIGN_IN_SUCCEEDED));
    }

    @Override
    public Instant next() {
        return next;
    }

    @Override
    public void act(TimelineDriver stage) {
        switch (doing) {
            case SIGNING_IN -> {
                began = next;
                heed(
                        perform(stage, MINE.ask(InteractionKind.SIGN_IN, Method.NONE)),
                        Doing.ASKING,
                        5);
            }
            case ASKING ->
                    heed(
                            perform(stage, MINE.send(method())),
                            Doing.TYPING,
                            15 + random.nextInt(90));
            case TYPING -> {
                StepResult typed = perform(stage, MINE.type(true, method()));
                if (Boolean.TRUE.equals(typed.seen().get("verified"))) {
                    stage.perform(MINE.tell(ReportedEvent.SIGN_IN_SUCCEEDED));
                    signedIn++;
                    longest = longer(longest, Duration.between(began, next));
                    tomorrow();
                } else {
                    codesLost++;
                    heed(typed, Doing.ASKING, 5);
                }
            }
        }
    }

    private void heed(StepResult upshot, Doing then, long seconds) {
        Instant until = upshot.seen().get("until") instanceof Instant time ? time : next;
        switch (String.valueOf(upshot.seen().get("verdict"))) {
            case "allow", "delay" -> {
                if (doing == Doing.ASKING) {
                    asked++;
                    codeLeft = until;
                }
                doing = then;
                next = until.plusSeconds(seconds);
            }
            case "wait" -> next = until.plusSeconds(1);
            default -> {
                refusals.add("day " + days + ", " + doing + ": " + upshot.fired());
                tomorrow();
            }
        }
    }

    private void tomorrow() {
        days++;
        doing = Doing.SIGNING_IN;
        next = start.plus(Duration.ofDays(days)).plusSeconds(random.nextInt(16 * 3600));
    }

    private Method.Named method() {
        return days % 3 == 2 ? MAIL : PHONE;
    }

    private static StepResult perform(TimelineDriver stage, TimelineAction act) {
        return stage.perform(act).orElseThrow();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /// Whether the code that is to be typed is on its way or there.
    boolean awaitsCode() {
        return doing == Doing.TYPING;
    }

    /// How many codes the owner got.
    int asked() {
        return asked;
    }

    /// When the last one left.
    Instant codeLeft() {
        return codeLeft;
    }

    /// Where it went.
    Method.Named destination() {
        return method();
    }

    List<String> refusals() {
        return refusals;
    }

    /// From the sign-in to the right code, at most.
    Duration longest() {
        return longest;
    }

    int days() {
        return days;
    }

    int signedIn() {
        return signedIn;
    }

    /// How often a typed code was worth nothing.
    int codesLost() {
        return codesLost;
    }
}
