package io.verigate.analysis;

import io.verigate.account.Account;
import io.verigate.account.ClearRequest.Person;
import io.verigate.assessment.AssessmentContext;
import io.verigate.assessment.DecisionListener;
import io.verigate.assessment.DecisionService;
import io.verigate.assessment.PolicySignals;
import io.verigate.assessment.PublishedSenders;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Source;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.delivery.outbox.OutboxNotifier;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import io.verigate.journal.JournalEntry;
import io.verigate.journal.JournalFilter;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.securityinfo.AccountService;
import io.verigate.securityinfo.AccountService.AccountUpdate;
import io.verigate.securityinfo.ClearSecurityInfo;
import io.verigate.securityinfo.ClearSecurityInfo.ClearResult;
import io.verigate.securityinfo.EnrolSecurityInfo;
import io.verigate.securityinfo.EnrolSecurityInfo.EnrolmentResult;
import io.verigate.securityinfo.RemoveSecurityInfo;
import io.verigate.securityinfo.RemoveSecurityInfo.RemovalResult;
import io.verigate.securityinfo.SkipPrompt;
import io.verigate.signal.NetworkTables;
import io.verigate.verification.AccountVerifications;
import io.verigate.verification.CheckCode;
import io.verigate.verification.CheckCode.CheckCodeResult;
import io.verigate.verification.Codes;
import io.verigate.verification.DeliveryFailureHandler;
import io.verigate.verification.Purpose;
import io.verigate.verification.ReceiptRecorder;
import io.verigate.verification.RecentCodes;
import io.verigate.verification.ReportUnrequestedCode;
import io.verigate.verification.SendCode;
import io.verigate.verification.SendCode.SendCodeResult;
import io.verigate.verification.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The use cases of the service over a ledger in memory, on a clock that the caller sets. Every code reaches its
/// recipient: a caller says only whether the right one is entered. Nothing outlives the instance. Used by one thread.
public final class InMemoryService {
    private static final String RIGHT = "271828";
    private static final String WRONG = "314159";
    private static final OutboxNotifier NO_WORKER = () -> {};
    private static final Map<Channel, String> SENDERS =
            Map.of(
                    Channel.SMS, "Verigate",
                    Channel.VOICE, "Verigate",
                    Channel.EMAIL, "code@localhost");

    private final ManualClock clock;
    private final InMemoryLedger ledger;
    private final SentCodes sent = new SentCodes();
    private final Codes codes;
    private final DecisionService decisions;
    private final AccountService accounts;
    private final SendCode sendCode;
    private final CheckCode checkCode;
    private final EnrolSecurityInfo enrolment;
    private final RemoveSecurityInfo removal;
    private final ClearSecurityInfo clearing;
    private final SkipPrompt skipPrompt;
    private final ReportUnrequestedCode unrequested;
    private final ReceiptRecorder receipts;

    /// @param ledger empty; the caller may read it
    /// @param rules stay open
    /// @param start the first time of the clock
    public InMemoryService(
            InMemoryLedger ledger, ActiveRuleSet rules, AssessmentContext context, Instant start) {
        this.ledger = ledger;
        clock = new ManualClock(start);
        codes = new Codes(context.fingerprints(), Codes.MIN_DIGITS);
        decisions = new DecisionService(rules, context, clock, DecisionListener.NONE);
        accounts = new AccountService(ledger, context.fingerprints(), clock);
        sendCode = new SendCode(decisions, NO_WORKER);
        checkCode = new CheckCode(decisions, this::verification, codes);
        enrolment = new EnrolSecurityInfo(decisions, NO_WORKER);
        removal = new RemoveSecurityInfo(decisions, NO_WORKER);
        clearing = new ClearSecurityInfo(decisions, NO_WORKER);
        skipPrompt = new SkipPrompt(decisions);
        unrequested = new ReportUnrequestedCode(decisions, new RecentCodes(ledger, clock), clock);
        receipts =
                new ReceiptRecorder(
                        this::message,
                        context.fingerprints(),
                        new DeliveryFailureHandler(ledger, decisions, this::verification, clock),
                        clock);
    }

    /// What assessments in memory need. The key is no secret: what is named with it is gone after the run.
    ///
    /// @param networks tables of countries and carriers
    public static AssessmentContext context(NetworkTables networks) {
        return new AssessmentContext(
                new PolicySignals(networks),
                new Fingerprints(new byte[Fingerprints.KEY_LENGTH]),
                new PublishedSenders(SENDERS));
    }

    /// Sets the clock, which stands still until it is set again.
    public void moveTo(Instant time) {
        clock.set(time);
    }

    /// The time of the clock.
    public Instant now() {
        return clock.instant();
    }

    /// Decides an interaction; no code is sent and no security info changes.
    ///
    /// @throws io.verigate.assessment.UnknownSecurityInfo when the account has no such method
    public Decision decide(Interaction interaction) {
        return ledger.run(decisions.decide(interaction));
    }

    /// Sends a code when the decision allows it.
    public SendCodeResult send(Interaction interaction) {
        SendCodeResult outcome = ledger.run(sendCode.send(interaction, Purpose.SIGN_IN));
        if (outcome instanceof SendCodeResult.Queued queued) {
            issue(queued.verification(), interaction.source());
        }
        return outcome;
    }

    /// Checks the code that this person would enter, see `SentCodes.entered`.
    ///
    /// @param right whether it is entered without a mistake
    public CheckCodeResult check(Interaction interaction, boolean right) {
        return ledger.run(
                checkCode.check(
                        sent.entered(interaction)
                                .map(SentCodes.Sent::verification)
                                .orElse("v-none"),
                        right ? RIGHT : WRONG,
                        interaction.source(),
                        interaction.signals()));
    }

    /// Whether the code that this person would enter can still be verified.
    public boolean hasOpenCode(Interaction check) {
        return sent.entered(check)
                .flatMap(code -> verification(code.verification()))
                .filter(code -> code.stateAt(clock.instant()).isOpen())
                .isPresent();
    }

    /// Adds security info, or replaces all other. A code is sent where its channel receives codes.
    ///
    /// @param channel how it proves
    public EnrolmentResult enrol(Interaction interaction, Channel channel) {
        EnrolmentResult outcome = ledger.run(enrolment.add(interaction, channel));
        if (outcome instanceof EnrolmentResult.Pending pending) {
            issue(pending.verification(), interaction.source());
        }
        return outcome;
    }

    /// Requests the removal of security info.
    ///
    /// @param interaction names it by its id
    public RemovalResult requestRemoval(Interaction interaction) {
        return ledger.run(removal.request(interaction));
    }

    /// Confirms the removal of security info.
    ///
    /// @param interaction names it by its id
    public RemovalResult confirmRemoval(Interaction interaction) {
        return ledger.run(removal.confirm(interaction));
    }

    /// Requests to clear all security info of an account.
    public ClearResult requestClearing(String account, Person person, String reason) {
        return ledger.run(clearing.request(account, person, reason));
    }

    /// Approves such a request.
    ///
    /// @param request its id
    public ClearResult approveClearing(String account, String request, Person person) {
        return ledger.run(clearing.approve(account, request, person));
    }

    /// Skips the prompt to verify security info.
    public Decision skipPrompt(Interaction interaction) {
        return ledger.run(skipPrompt.skip(interaction));
    }

    /// Reports an event. An unrequested code is the newest of the account, to the address if one is named.
    public Decision report(Interaction interaction) {
        return interaction.report().orElseThrow().event() == ReportedEvent.UNREQUESTED_CODE
                ? ledger.run(unrequested.report(interaction))
                : ledger.run(decisions.decide(interaction));
    }

    /// Reports the newest code of an account, to the address if one is given, as unrequested.
    ///
    /// @return empty when no code was sent
    public Optional<Decision> reportUnrequested(String account, Optional<Address> address) {
        return newest(account, address)
                .map(code -> ledger.run(unrequested.report(code, Source.UNKNOWN)));
    }

    /// Takes a delivery receipt for the newest code of an account, to the address if one is given. Does nothing when no
    /// code was sent.
    ///
    /// @param error the carrier's own code; empty when it gave none
    public void receive(String account, Optional<Address> address, Status status, String error) {
        // Providers in memory refer to a message by its verification.
        newest(account, address)
                .ifPresent(code ->
                        receipts.received(
                                new DeliveryReceipt(code.id(), status, error, clock.instant())));
    }

    /// Creates or updates an account.
    public void describe(String account, AccountUpdate told) {
        accounts.put(account, told);
    }

    /// The account of this id.
    public Optional<Account> account(String id) {
        return ledger.find(Account.RECORDS.key(id));
    }

    /// The decisions that match a filter, in no particular order.
    ///
    /// @param from start, inclusive
    public List<Decision> log(JournalFilter filter, Instant from) {
        return ledger.all(JournalEntry.RECORDS)
                .filter(entry -> InMemoryLog.matches(entry, filter))
                .map(JournalEntry::decision)
                .filter(decision -> !decision.at().isBefore(from))
                .toList();
    }

    /// Puts an account in place, for a playback of what no use case recorded.
    ///
    /// @param change makes the account from the stored one
    public void putAccount(String id, Function<Optional<Account>, Account> change) {
        ledger.run(new RecordUpdate<>(Account.RECORDS.key(id), change));
    }

    /// Puts a code in place: what the sender of messages does, or, in a playback, a code that was sent before it begins.
    ///
    /// @param source the client that requested it
    public void issue(Verification verification, Source source) {
        sent.add(
                new SentCodes.Sent(
                        verification.id(), verification.account(), verification.address(), source));
        Verification issued = verification.withHash(codes.hash(verification, RIGHT));
        ledger.run(
                new RecordUpdate<>(
                        Verification.RECORDS.key(verification.account()),
                        all -> all.orElse(AccountVerifications.NONE).with(issued)));
    }

    private Optional<Verification> newest(String account, Optional<Address> address) {
        return sent.newest(account, address).flatMap(code -> verification(code.verification()));
    }

    private Optional<Verification> verification(String id) {
        return sent.find(id)
                .flatMap(code -> ledger.find(Verification.RECORDS.key(code.account())))
                .flatMap(all -> all.find(id));
    }

    private Optional<OutboxMessage> message(String verification) {
        return ledger.all(OutboxMessage.RECORDS)
                .filter(message -> message.verification().equals(verification))
                .findFirst();
    }
}
