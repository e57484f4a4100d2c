package io.verigate.analysis.regression;

import io.verigate.access.Role;
import io.verigate.account.Account;
import io.verigate.account.ImpossibleChange;
import io.verigate.account.SecurityInfo;
import io.verigate.assessment.AssessmentContext;
import io.verigate.assessment.DecisionListener;
import io.verigate.assessment.DecisionService;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.decision.Address;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.delivery.outbox.OutboxNotifier;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalFilter;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.securityinfo.AccountService;
import io.verigate.securityinfo.EnrolSecurityInfo;
import io.verigate.securityinfo.RemoveSecurityInfo;
import io.verigate.securityinfo.SkipPrompt;
import io.verigate.verification.CheckCode;
import io.verigate.verification.Codes;
import io.verigate.verification.Purpose;
import io.verigate.verification.SendCode;
import io.verigate.verification.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The whole way of a decision over a ledger in memory, with a clock that is set. Nothing of it outlives the run.
final class InMemoryService implements TimelineDriver {
    private static final String RIGHT = "271828";
    private static final String WRONG = "314159";
    private static final OutboxNotifier NOBODY = () -> {};

    private final ManualClock clock;
    private final InMemoryLedger ledger;
    private final SentCodes sent = new SentCodes();
    private final Codes codes;
    private final DecisionService assessment;
    private final AccountService accounts;
    private final CheckCode checks;
    private final TimelineReports reports;
    private final TimelineHelpDesk helpDesk;

    /// @param rules that decide; stays open
    InMemoryService(ActiveRuleSet rules, AssessmentContext tools, Instant start) {
        this(new InMemoryLedger(), rules, tools, start);
    }

    /// @param ledger that what happens is written to, empty
    /// @param rules that decide; stays open
    InMemoryService(
            InMemoryLedger ledger, ActiveRuleSet rules, AssessmentContext tools, Instant start) {
        this.ledger = ledger;
        clock = new ManualClock(start);
        codes = new Codes(tools.fingerprints(), Codes.MIN_DIGITS);
        assessment = new DecisionService(rules, tools, clock, DecisionListener.NONE);
        accounts = new AccountService(ledger, tools.fingerprints(), clock);
        checks = new CheckCode(assessment, this::verification, codes);
        reports =
                new TimelineReports(
                        ledger, assessment, this::verification, tools.fingerprints(), clock);
        helpDesk = new TimelineHelpDesk(ledger, assessment);
    }

    @Override
    public void at(Instant time) {
        clock.set(time);
    }

    @Override
    public Optional<StepResult> perform(TimelineAction act) {
        try {
            return done(act);
        } catch (ImpossibleChange e) {
            return Optional.of(StepResult.problem("conflict"));
        } catch (UnknownSecurityInfo e) {
            return Optional.of(StepResult.problem("not-found"));
        }
    }

    private Optional<StepResult> done(TimelineAction act) {
        return switch (act) {
            case TimelineAction.Ask(Interaction interaction)
                    when interaction.kind() == InteractionKind.SEND_CODE ->
                    Optional.of(send(interaction));
            case TimelineAction.Ask(Interaction interaction) ->
                    decided(ledger.run(assessment.decide(interaction)));
            case TimelineAction.Enrol enrol -> Optional.of(enrol(enrol));
            case TimelineAction.Remove remove -> Optional.of(remove(remove));
            case TimelineAction.Clear clear -> Optional.of(helpDesk.perform(clear));
            case TimelineAction.Check check -> Optional.of(check(check));
            case TimelineAction.Skip(Interaction interaction) ->
                    decided(ledger.run(new SkipPrompt(assessment).skip(interaction)));
            case TimelineAction.Look(JournalFilter filter, Duration within) ->
                    Optional.of(
                            InMemoryLog.look(
                                    ledger.all(JournalEntry.RECORDS),
                                    filter,
                                    clock.instant().minus(within)));
            case TimelineAction.Observe(Interaction interaction) ->
                    decided(reports.observe(interaction));
            case TimelineAction.Receipt receipt -> {
                newest(receipt.account(), receipt.address())
                        .ifPresent(code -> reports.receive(code, receipt));
                yield Optional.empty();
            }
            case TimelineAction.Unrequested(String account, Optional<Address> address) ->
                    newest(account, address)
                            .map(reports::unrequested)
                            .flatMap(InMemoryService::decided);
            case TimelineAction.As(Role role, TimelineAction own) ->
                    role.grants().contains(own.needs())
                            ? done(own)
                            : Optional.of(StepResult.problem("forbidden"));
            case TimelineAction.Describe(String account, AccountService.Told told) -> {
                accounts.put(account, told);
                yield Optional.empty();
            }
        };
    }

    private static Optional<StepResult> decided(Decision decision) {
        return Optional.of(StepResult.of(decision, null));
    }

    private StepResult send(Interaction interaction) {
        SendCode.Outcome outcome =
                ledger.run(new SendCode(assessment, NOBODY).send(interaction, Purpose.SIGN_IN));
        StepResult upshot = StepResult.of(outcome.decision(), null);
        if (outcome instanceof SendCode.Outcome.Queued queued) {
            arrive(queued.verification(), interaction);
            return upshot.with("language", queued.verification().language());
        }
        return upshot;
    }

    private StepResult enrol(TimelineAction.Enrol enrol) {
        EnrolSecurityInfo.Outcome outcome =
                ledger.run(
                        new EnrolSecurityInfo(assessment, NOBODY)
                                .add(enrol.interaction(), enrol.channel()));
        return switch (outcome) {
            case EnrolSecurityInfo.Outcome.Pending(var info, var verification, var decision) -> {
                arrive(verification, enrol.interaction());
                yield StepResult.of(decision, null).with("state", info.state().wireName());
            }
            case EnrolSecurityInfo.Outcome.Confirmed(var info, var decision) ->
                    StepResult.of(decision, null).with("state", info.state().wireName());
            case EnrolSecurityInfo.Outcome.Refused(var decision) -> StepResult.of(decision, null);
        };
    }

    private StepResult remove(TimelineAction.Remove remove) {
        Interaction interaction = remove.interaction();
        Interaction which = interaction.with(new Method.Enrolled(info(remove)));
        RemoveSecurityInfo removal = new RemoveSecurityInfo(assessment, NOBODY);
        RemoveSecurityInfo.Outcome outcome =
                ledger.run(remove.confirm() ? removal.confirm(which) : removal.request(which));
        StepResult upshot = StepResult.of(outcome.decision(), null);
        return switch (outcome) {
            case RemoveSecurityInfo.Outcome.Done done ->
                    upshot.with("state", done.info().state().wireName());
            case RemoveSecurityInfo.Outcome.Refused refused -> upshot;
        };
    }

    /// The newest of the channel, at the address if one is named; empty when there is none.
    private String info(TimelineAction.Remove remove) {
        Optional<Address> address =
                remove.interaction().method().named().map(Method.Named::address);
        return ledger.all(Account.RECORDS)
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
        ledger.run(new IssuedCode(verification, codes.hash(verification, RIGHT)));
    }

    private StepResult check(TimelineAction.Check check) {
        Interaction interaction = check.interaction();
        CheckCode.Outcome outcome =
                ledger.run(
                        checks.check(
                                sent.typed(interaction)
                                        .map(SentCodes.Sent::verification)
                                        .orElse("v-none"),
                                check.right() ? RIGHT : WRONG,
                                interaction.source(),
                                interaction.signals()));
        return switch (outcome) {
            case CheckCode.Outcome.Compared(boolean verified, Decision decision) ->
                    StepResult.of(decision, verified);
            case CheckCode.Outcome.Refused(Decision decision) -> StepResult.of(decision, null);
        };
    }

    private Optional<Verification> newest(String account, Optional<Address> address) {
        return sent.newest(account, address).flatMap(one -> verification(one.verification()));
    }

    private Optional<Verification> verification(String id) {
        return sent.find(id)
                .flatMap(one -> ledger.find(Verification.RECORDS.key(one.account())))
                .flatMap(all -> all.find(id));
    }
}
