package io.verigate.analysis.simulation;

import io.verigate.analysis.InMemoryService;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Symptom;
import io.verigate.verification.CheckCode.CheckCodeResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An honest person: signs in, requests a code, reads it, enters it, mistypes now and then, waits when told to, requests
/// another code when one has expired, tries another method when refused, and gives up when it takes too long.
final class Person implements Actor {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MAX_TRIES = 4;

    private final String account;
    private final BehaviorProfile profile;
    private final SeededRandom random;
    private final PolicyCost cost;
    private final SourceProfile sources;
    private Step step = Step.SIGN_IN;
    private Instant morning;
    private Instant since;
    private int tries;
    private int codesToday;
    private boolean byMail;
    private boolean firstIsLate;
    private boolean hasCode;

    /// What is done next.
    private enum Step {
        SIGN_IN,
        REQUEST_CODE,
        ENTER_CODE
    }

    Person(
            int number,
            BehaviorProfile profile,
            SeededRandom random,
            PolicyCost cost,
            Instant start) {
        this.account = profile.wireName() + "-" + number;
        this.profile = profile;
        this.random = random;
        this.cost = cost;
        this.sources = new SourceProfile(account, number, profile);
        this.morning = start.plus(random.between(Duration.ofHours(6), Duration.ofHours(23)));
        this.since = morning;
        cost.person();
    }

    @Override
    public Instant begins() {
        return morning;
    }

    /// Enrols phone and mailbox from home and proves both, before the simulation begins. A newcomer does not.
    void settle(InMemoryService service) {
        if (profile == BehaviorProfile.NEWCOMER) {
            return;
        }
        Client home = sources.at(service.now(), false);
        for (Method.Named method : List.of(sms(), mail())) {
            service.enrol(
                    home.interaction(InteractionKind.ADD_SECURITY_INFO, method), method.channel());
            service.check(home.interaction(InteractionKind.CHECK_CODE, method), true);
        }
        service.report(home.report(ReportedEvent.SIGN_IN_SUCCEEDED, service.now()));
    }

    PhoneNumber phone() {
        return sources.phone();
    }

    String account() {
        return account;
    }

    @Override
    public Optional<Instant> act(InMemoryService service) {
        Client client = sources.at(service.now(), true);
        return Optional.of(
                switch (step) {
                    case SIGN_IN -> signIn(client, service);
                    case REQUEST_CODE -> requestCode(client, service);
                    case ENTER_CODE -> enterCode(client, service);
                });
    }

    private Instant signIn(Client client, InMemoryService service) {
        since = service.now();
        firstIsLate = profile == BehaviorProfile.IMPATIENT && random.once(4);
        boolean right = !random.once(20);
        Decision decision =
                service.decide(client.interaction(InteractionKind.SIGN_IN, Method.NONE));
        Duration pause = random.seconds(2, 15);
        if (!decision.verdict().accepts()) {
            return refused(since);
        }
        if (!right) {
            service.report(client.report(ReportedEvent.SIGN_IN_FAILED, since));
        }
        step = right ? Step.REQUEST_CODE : Step.SIGN_IN;
        return since.plus(pause);
    }

    private Instant requestCode(Client client, InMemoryService service) {
        tries++;
        Symptom symptom = tries > 1 && codeIsLost() ? Symptom.NOT_RECEIVED : null;
        Interaction request = client.send(method(), symptom);
        Decision decision = service.send(request).decision();
        cost.charge(request, decision);
        Instant now = service.now();
        return switch (decision.verdict()) {
            case ALLOW, DELAY -> sent(decision, now);
            case WAIT -> toldToWait(decision, now);
            case REFUSE, BLOCK -> refused(now);
        };
    }

    private Instant sent(Decision decision, Instant now) {
        Instant arrives = now;
        if (decision.until() != null) {
            cost.lost(Duration.between(now, decision.until()));
            arrives = decision.until();
        }
        if (codeIsLost()) {
            byMail = tries >= 3;
            return tries >= MAX_TRIES ? giveUp() : requestAt(arrives.plus(random.seconds(35, 90)));
        }
        hasCode = tries > 1 || !firstIsLate;
        if (!hasCode || profile == BehaviorProfile.IMPATIENT && tries < 3 && !random.once(3)) {
            return requestAt(now.plus(random.seconds(8, 25)));
        }
        return enterAt(arrives.plus(random.seconds(10, 60)));
    }

    /// Who has a code enters it; nobody waits for another one then.
    private Instant toldToWait(Decision decision, Instant now) {
        if (hasCode) {
            return enterAt(now.plus(random.seconds(10, 60)));
        }
        Instant until = decision.retryAt().orElse(now);
        Duration length = Duration.between(now, until);
        if (length.compareTo(profile.patience()) > 0 || tries >= MAX_TRIES * 2) {
            return giveUp();
        }
        cost.lost(length);
        return requestAt(until.plus(random.seconds(1, 15)));
    }

    private Instant refused(Instant now) {
        boolean another =
                step == Step.REQUEST_CODE && !byMail && profile != BehaviorProfile.NEWCOMER;
        if (!another) {
            return giveUp();
        }
        byMail = true;
        return requestAt(now.plus(random.seconds(20, 60)));
    }

    private Instant requestAt(Instant at) {
        step = Step.REQUEST_CODE;
        return at;
    }

    private Instant enterAt(Instant at) {
        step = Step.ENTER_CODE;
        return at;
    }

    private Instant enterCode(Client client, InMemoryService service) {
        Instant now = service.now();
        boolean right = !random.once(25);
        CheckCodeResult outcome =
                service.check(client.interaction(InteractionKind.CHECK_CODE, method()), right);
        if (!(outcome instanceof CheckCodeResult.Compared(boolean verified, Decision decision))) {
            return giveUp();
        }
        if (verified) {
            cost.verified();
            service.report(client.report(ReportedEvent.SIGN_IN_SUCCEEDED, now));
            return rest();
        }
        Duration pause = random.seconds(5, 20);
        if (!right) {
            return now.plus(pause);
        }
        // The code has expired, was superseded or has no checks left.
        hasCode = false;
        return tries >= MAX_TRIES ? giveUp() : requestAt(now.plus(pause));
    }

    private Instant giveUp() {
        cost.givenUp();
        return rest();
    }

    private Instant rest() {
        step = Step.SIGN_IN;
        tries = 0;
        byMail = false;
        hasCode = false;
        codesToday++;
        if (codesToday < profile.codesADay()) {
            return since.plus(random.between(Duration.ofMinutes(90), Duration.ofHours(5)));
        }
        codesToday = 0;
        morning = morning.plus(DAY).plus(random.seconds(-3_600, 3_600));
        return morning.isAfter(since) ? morning : since.plus(DAY);
    }

    private boolean codeIsLost() {
        return profile == BehaviorProfile.LOST_PHONE && !byMail;
    }

    private Method.Named method() {
        return byMail ? mail() : sms();
    }

    private Method.Named sms() {
        return new Method.Named(Channel.SMS, phone());
    }

    private Method.Named mail() {
        return new Method.Named(Channel.EMAIL, sources.mail());
    }
}
