package io.verigate.delivery;

import io.verigate.account.Account;
import io.verigate.account.ClearRequest.Person;
import io.verigate.account.ImpossibleChange;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.Playground;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.AccountKind;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.decision.Standing;
import io.verigate.delivery.outbox.OutboxNotifier;
import io.verigate.securityinfo.AccountService;
import io.verigate.securityinfo.ClearSecurityInfo;
import io.verigate.securityinfo.ClearSecurityInfo.ClearResult;
import io.verigate.securityinfo.EnrolSecurityInfo;
import io.verigate.securityinfo.EnrolSecurityInfo.EnrolmentResult;
import io.verigate.securityinfo.RemoveSecurityInfo;
import io.verigate.securityinfo.RemoveSecurityInfo.RemovalResult;
import io.verigate.verification.CheckCode;
import io.verigate.verification.CheckCode.CheckCodeResult;
import io.verigate.verification.Codes;
import io.verigate.verification.Purpose;
import io.verigate.verification.SendCode;
import io.verigate.verification.SendCode.SendCodeResult;
import io.verigate.verification.Verification;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One account in a service that runs in memory by the shipped rules, as people use it. Used by one thread.
final class InfoWorld {
    static final String ACCOUNT = "a-1";
    private static final String RIGHT = "271828";
    private static final String WRONG = "314159";
    private static final OutboxNotifier NOBODY = () -> {};

    final Playground ground = new Playground();
    private final Codes codes = new Codes(ground.fingerprints, Codes.MIN_DIGITS);
    private final CheckCode checks = new CheckCode(ground.assessment, this::find, codes);
    private final AccountService accounts =
            new AccountService(ground.ledger(), ground.fingerprints, ground.clock);
    private final ClearSecurityInfo helpDesk = new ClearSecurityInfo(ground.assessment, NOBODY);

    /// The result of an action: the decision, null when the state does not allow the action, and whether a code was
    /// right.
    record ActionResult(@Nullable Decision decision, boolean verified) {
        boolean accepted() {
            return decision != null && decision.verdict().accepts();
        }

        @Override
        public String toString() {
            return decision == null
                    ? "impossible"
                    : decision.verdict()
                            + " by "
                            + decision.fired()
                            + (verified ? ", verified" : "");
        }
    }

    Instant now() {
        return ground.clock.instant();
    }

    void tell(AccountKind kind) {
        accounts.put(
                ACCOUNT,
                new AccountService.AccountUpdate(
                        Optional.of(kind), Optional.empty(), Optional.empty()));
    }

    void tell(Standing standing) {
        accounts.put(
                ACCOUNT,
                new AccountService.AccountUpdate(
                        Optional.empty(), Optional.empty(), Optional.of(standing)));
    }

    /// The state of each address, as the service reports it.
    Map<String, String> worth() {
        Map<String, String> worth = new TreeMap<>();
        account()
                .ifPresent(known ->
                        known.at(now())
                                .present()
                                .forEach(info ->
                                        worth.put(
                                                info.destination().orElseThrow().text(),
                                                info.state().wireName())));
        return worth;
    }

    /// Adds an address or replaces all security info by it, and enters its code if one is sent.
    ActionResult enrol(InteractionKind kind, String address, Source source, boolean proves) {
        EnrolmentResult outcome =
                ground.memory.run(
                        new EnrolSecurityInfo(ground.assessment, NOBODY)
                                .add(asking(kind, named(address), source), Channel.SMS));
        return switch (outcome) {
            case EnrolmentResult.Pending(var info, var verification, var decision) ->
                    new ActionResult(
                            decision, proves && type(verification, true, source).verified());
            case EnrolmentResult.Confirmed confirmed ->
                    throw new AssertionError("no code was sent");
            case EnrolmentResult.Refused(var decision) -> new ActionResult(decision, false);
        };
    }

    /// Requests a code to sign in, and enters a right or a wrong one.
    ActionResult use(String address, Source source, boolean right) {
        SendCodeResult outcome =
                ground.memory.run(
                        new SendCode(ground.assessment, NOBODY)
                                .send(
                                        asking(InteractionKind.SEND_CODE, named(address), source),
                                        Purpose.SIGN_IN));
        return switch (outcome) {
            case SendCodeResult.Queued(var verification, var decision) ->
                    new ActionResult(decision, type(verification, right, source).verified());
            case SendCodeResult.Refused(var decision) -> new ActionResult(decision, false);
        };
    }

    /// A caller reports a sign-in, by an address or by a password alone.
    ActionResult signedIn(Method method, Source source) {
        EventReport report =
                new EventReport(ReportedEvent.SIGN_IN_SUCCEEDED, now(), Severity.MINOR, "", "");
        Interaction event =
                new Interaction(
                        InteractionKind.REPORT,
                        ACCOUNT,
                        method,
                        source,
                        "en",
                        null,
                        Signals.NONE,
                        report);
        return new ActionResult(ground.assess(event), false);
    }

    /// One of the two steps of a removal.
    ActionResult remove(String address, Source source, boolean confirm) {
        Optional<SecurityInfo> info =
                account()
                        .map(known -> known.at(now()))
                        .flatMap(known -> known.infoAt(new PhoneNumber(address)));
        Interaction interaction =
                asking(
                        InteractionKind.REMOVE_SECURITY_INFO,
                        new Method.Enrolled(info.map(SecurityInfo::id).orElse("si-none")),
                        source);
        RemoveSecurityInfo removal = new RemoveSecurityInfo(ground.assessment, NOBODY);
        try {
            RemovalResult outcome =
                    ground.memory.run(
                            confirm ? removal.confirm(interaction) : removal.request(interaction));
            return new ActionResult(outcome.decision(), false);
        } catch (ImpossibleChange | UnknownSecurityInfo e) {
            return new ActionResult(null, false);
        }
    }

    /// Two people of the help desk clear the account.
    ActionResult clear() {
        ClearResult asked =
                ground.memory.run(helpDesk.request(ACCOUNT, new Person("k-1", "ann"), "lost"));
        if (!(asked instanceof ClearResult.Requested waits)) {
            return new ActionResult(asked.decision(), false);
        }
        ClearResult done =
                ground.memory.run(
                        helpDesk.approve(ACCOUNT, waits.request().id(), new Person("k-2", "ben")));
        return new ActionResult(done.decision(), done instanceof ClearResult.Cleared);
    }

    ActionResult signIn(Source source) {
        Interaction asked = asking(InteractionKind.SIGN_IN, Method.NONE, source);
        return new ActionResult(ground.assess(asked), false);
    }

    static Method named(String address) {
        return new Method.Named(Channel.SMS, new PhoneNumber(address));
    }

    private static Interaction asking(InteractionKind kind, Method method, Source source) {
        return Playground.asking(kind, ACCOUNT, method, source);
    }

    private ActionResult type(Verification verification, boolean right, Source source) {
        ground.ledger()
                .run(new InfoCodeMade(ACCOUNT, verification, codes.hash(verification, RIGHT)));
        CheckCodeResult outcome =
                ground.memory.run(
                        checks.check(
                                verification.id(), right ? RIGHT : WRONG, source, Signals.NONE));
        return switch (outcome) {
            case CheckCodeResult.Compared(boolean verified, Decision decision) ->
                    new ActionResult(decision, verified);
            case CheckCodeResult.Refused(Decision decision) -> new ActionResult(decision, false);
        };
    }

    private Optional<Account> account() {
        return ground.memory.all(Account.RECORDS).findFirst();
    }

    private Optional<Verification> find(String id) {
        return ground.memory
                .all(Verification.RECORDS)
                .flatMap(all -> all.find(id).stream())
                .findFirst();
    }
}
