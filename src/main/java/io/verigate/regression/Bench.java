package io.verigate.regression;

import io.verigate.access.Role;
import io.verigate.account.Account;
import io.verigate.account.ImpossibleChange;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.AccountDesk;
import io.verigate.assessment.Assessment;
import io.verigate.assessment.AssessmentTools;
import io.verigate.assessment.PromptSkip;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.Address;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.delivery.CodeCheck;
import io.verigate.delivery.Codes;
import io.verigate.delivery.Dispatch;
import io.verigate.delivery.Enrolment;
import io.verigate.delivery.Purpose;
import io.verigate.delivery.Removal;
import io.verigate.delivery.Verification;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalFilter;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.MemoryLedger;
import io.verigate.rules.ActiveRuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The whole way of a decision over a ledger in memory, with a clock that is set. Nothing of it outlives the run.
final class Bench implements Stage {
    private static final String RIGHT = "271828";
    private static final String WRONG = "314159";

    private final VirtualClock clock;
    private final MemoryLedger ledger;
    private final SentCodes sent = new SentCodes();
    private final Codes codes;
    private final Assessment assessment;
    private final AccountDesk accounts;
    private final CodeCheck checks;
    private final BenchReports reports;
    private final BenchHelpDesk helpDesk;

    /// @param rules that decide; stays open
    Bench(ActiveRuleSet rules, AssessmentTools tools, Instant start) {
        this(new MemoryLedger(), rules, tools, start);
    }

    /// @param ledger that what happens is written to, empty
    /// @param rules that decide; stays open
    Bench(MemoryLedger ledger, ActiveRuleSet rules, AssessmentTools tools, Instant start) {
        this.ledger = ledger;
        clock = new VirtualClock(start);
        codes = new Codes(tools.fingerprints(), Codes.FEWEST_DIGITS);
        assessment = new Assessment(ledger, rules, tools, clock);
        accounts = new AccountDesk(ledger, tools.fingerprints(), clock);
        checks = new CodeCheck(assessment, this::verification, codes);
        reports =
                new BenchReports(
                        ledger, assessment, this::verification, tools.fingerprints(), clock);
        helpDesk = new BenchHelpDesk(assessment);
    }

    @Override
    public void at(Instant time) {
        clock.set(time);
    }

    @Override
    public Optional<Upshot> perform(Act act) {
        try {
            return done(act);
        } catch (ImpossibleChange e) {
            return Optional.of(Upshot.problem("conflict"));
        } catch (UnknownSecurityInfo e) {
            return Optional.of(Upshot.problem("not-found"));
        }
    }

    private Optional<Upshot> done(Act act) {
        return switch (act) {
            case Act.Ask(Interaction interaction)
                    when interaction.kind() == InteractionKind.SEND_CODE ->
                    Optional.of(send(interaction));
            case Act.Ask(Interaction interaction) -> decided(assessment.assess(interaction));
            case Act.Enrol enrol -> Optional.of(enrol(enrol));
            case Act.Remove remove -> Optional.of(remove(remove));
            case Act.Clear clear -> Optional.of(helpDesk.perform(clear));
            case Act.Check check -> Optional.of(check(check));
            case Act.Skip(Interaction interaction) ->
                    decided(new PromptSkip(assessment).skip(interaction, step -> step));
            case Act.Look(JournalFilter filter, Duration within) ->
                    Optional.of(
                            BenchLog.look(
                                    ledger.all(JournalEntry.SHELF),
                                    filter,
                                    clock.instant().minus(within)));
            case Act.Observe(Interaction interaction) -> decided(reports.observe(interaction));
            case Act.Receipt receipt -> {
                newest(receipt.account(), receipt.address())
                        .ifPresent(code -> reports.receive(code, receipt));
                yield Optional.empty();
            }
            case Act.Unrequested(String account, Optional<Address> address) ->
                    newest(account, address).map(reports::unrequested).flatMap(Bench::decided);
            case Act.As(Role role, Act own) ->
                    role.grants().contains(own.needs())
                            ? done(own)
                            : Optional.of(Upshot.problem("forbidden"));
            case Act.Describe(String account, AccountDesk.Told told) -> {
                accounts.put(account, told);
                yield Optional.empty();
            }
        };
    }

    private static Optional<Upshot> decided(Decision decision) {
        return Optional.of(Upshot.of(decision, null));
    }

    private Upshot send(Interaction interaction) {
        Dispatch.Outcome outcome =
                Ledger.await(
                        new Dispatch(assessment, this::verification)
                                .send(interaction, Purpose.SIGN_IN, step -> step));
        Upshot upshot = Upshot.of(outcome.decision(), null);
        if (outcome instanceof Dispatch.Outcome.Queued queued) {
            arrive(queued.verification(), interaction);
            return upshot.with("language", queued.verification().language());
        }
        return upshot;
    }

    private Upshot enrol(Act.Enrol enrol) {
        Enrolment.Outcome outcome =
                new Enrolment(assessment).add(enrol.interaction(), enrol.channel(), step -> step);
        return switch (outcome) {
            case Enrolment.Outcome.Pending(var info, var verification, var decision) -> {
                arrive(verification, enrol.interaction());
                yield Upshot.of(decision, null).with("state", info.state().word());
            }
            case Enrolment.Outcome.Confirmed(var info, var decision) ->
                    Upshot.of(decision, null).with("state", info.state().word());
            case Enrolment.Outcome.Refused(var decision) -> Upshot.of(decision, null);
        };
    }

    private Upshot remove(Act.Remove remove) {
        Interaction interaction = remove.interaction();
        Interaction which = interaction.with(new Method.Enrolled(info(remove)));
        Removal removal = new Removal(assessment);
        Removal.Outcome outcome =
                remove.confirm()
                        ? removal.confirm(which, step -> step)
                        : removal.request(which, step -> step);
        Upshot upshot = Upshot.of(outcome.decision(), null);
        return switch (outcome) {
            case Removal.Outcome.Done done -> upshot.with("state", done.info().state().word());
            case Removal.Outcome.Refused refused -> upshot;
        };
    }

    /// The newest of the channel, at the address if one is named; empty when there is none.
    private String info(Act.Remove remove) {
        Optional<Address> address =
                remove.interaction().method().named().map(Method.Named::address);
        return ledger.all(Account.SHELF)
                .filter(account -> account.id().equals(remove.interaction().account()))
                .flatMap(account -> account.present().reversed().stream())
                .filter(info -> info.channel() == remove.channel())
                .filter(info -> address.isEmpty() || address.equals(info.destination()))
                .map(SecurityInfo::id)
                .findFirst()
                .orElse("");
    }

    /// What the sender does in a service: makes the code, and keeps its hash.
    private void arrive(Verification verification, Interaction asked) {
        sent.add(
                new SentCodes.Sent(
                        verification.id(),
                        verification.account(),
                        verification.address(),
                        asked.source()));
        ledger.run(new CodeMade(verification, codes.hash(verification, RIGHT)));
    }

    private Upshot check(Act.Check check) {
        Interaction interaction = check.interaction();
        CodeCheck.Outcome outcome =
                checks.check(
                        sent.typed(interaction).map(SentCodes.Sent::verification).orElse("v-none"),
                        check.right() ? RIGHT : WRONG,
                        interaction.source(),
                        interaction.signals(),
                        step -> step);
        return switch (outcome) {
            case CodeCheck.Outcome.Compared(boolean verified, Decision decision) ->
                    Upshot.of(decision, verified);
            case CodeCheck.Outcome.Refused(Decision decision) -> Upshot.of(decision, null);
        };
    }

    private Optional<Verification> newest(String account, Optional<Address> address) {
        return sent.newest(account, address).flatMap(one -> verification(one.verification()));
    }

    private Optional<Verification> verification(String id) {
        return sent.find(id)
                .flatMap(one -> ledger.find(Verification.SHELF.key(one.account())))
                .flatMap(all -> all.find(id));
    }
}
