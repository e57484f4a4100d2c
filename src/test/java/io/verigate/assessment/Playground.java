package io.verigate.assessment;

import io.verigate.SettableClock;
import io.verigate.account.Account;
import io.verigate.account.SecurityInfo;
import io.verigate.activity.ActivityRecords;
import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.EventReport;
import io.verigate.decision.Ids;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Signals;
import io.verigate.decision.Source;
import io.verigate.decision.SubjectKind;
import io.verigate.journal.ShadowDifference;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import io.verigate.rules.runtime.ActiveRuleSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The shipped rules, or others, over a ledger in memory, with a clock that the test advances.
public final class Playground {
    /// The client of an honest person.
    public static final Source HOME = new Source("198.51.100.7", "d-home");

    /// The client of a stranger.
    public static final Source ELSEWHERE = new Source("203.0.113.9", "d-other");

    public final SettableClock clock = new SettableClock("2026-11-23T09:00:00Z");
    public final InMemoryLedger memory = new InMemoryLedger();
    public final Fingerprints fingerprints = new Fingerprints(new byte[Fingerprints.KEY_LENGTH]);
    public final DecisionService assessment;

    public Playground() {
        this(ShippedRules.active(), difference -> {});
    }

    /// Runs other rules than the shipped ones.
    ///
    /// @param listener is notified of differences of shadow rules and candidates
    public Playground(ActiveRuleSet rules, Consumer<ShadowDifference> listener) {
        assessment =
                new DecisionService(
                        rules,
                        new AssessmentContext(
                                ShippedRules.signals(),
                                fingerprints,
                                new PublishedSenders(Map.of(Channel.SMS, "Verigate"))),
                        clock,
                        new DecisionListener() {
                            @Override
                            public void decided(Decision decision) {}

                            @Override
                            public void differed(ShadowDifference difference) {
                                listener.accept(difference);
                            }
                        });
    }

    /// The ledger.
    public Ledger ledger() {
        return memory;
    }

    /// Decides and records.
    public Decision assess(Interaction interaction) {
        return memory.run(assessment.decide(interaction));
    }

    /// The same, with a consequence.
    public <T> T assess(Interaction interaction, DecisionConsequence<T> consequence) {
        return memory.run(assessment.decide(interaction, consequence));
    }

    /// Requests a code by text message.
    public Decision sms(String account, String number, Source source) {
        return assess(sending(account, number, source));
    }

    /// A request for a code by text message.
    public static Interaction sending(String account, String number, Source source) {
        return asking(
                InteractionKind.SEND_CODE,
                account,
                new Method.Named(Channel.SMS, new PhoneNumber(number)),
                source);
    }

    /// A request for a code by e-mail.
    public static Interaction mailing(String account, String address, Source source) {
        return asking(
                InteractionKind.SEND_CODE,
                account,
                new Method.Named(Channel.EMAIL, new EmailAddress(address)),
                source);
    }

    /// Any interaction.
    public static Interaction asking(
            InteractionKind kind, String account, Method method, Source source) {
        return new Interaction(kind, account, method, source, "en", null, Signals.NONE, null);
    }

    /// Reports an event, now.
    public Decision tell(ReportedEvent event, String account, Source source, Severity severity) {
        EventReport report =
                new EventReport(event, clock.instant(), severity, severityClause(event), "case-17");
        return assess(
                new Interaction(
                        InteractionKind.REPORT,
                        account,
                        Method.NONE,
                        source,
                        "en",
                        null,
                        Signals.NONE,
                        report));
    }

    /// Changes or creates an account.
    public void account(String id, UnaryOperator<Account> change) {
        SubjectKey subject = SubjectKey.of(SubjectKind.ACCOUNT, id, fingerprints);
        memory.run(
                new LedgerTransaction<Account>() {
                    @Override
                    public Set<Key<?, ?>> reads() {
                        return Set.of(ActivityRecords.counterRow(subject), Account.RECORDS.key(id));
                    }

                    @Override
                    public Account run(TransactionView view) {
                        Account before =
                                view.get(Account.RECORDS.key(id))
                                        .orElseGet(() -> Account.unknown(id, clock.instant()));
                        Account after = change.apply(before);
                        view.put(Account.RECORDS.key(id), after);
                        return after;
                    }
                });
    }

    /// Confirmed security info.
    public SecurityInfo confirmed(Channel channel, Address address) {
        return SecurityInfo.pending(
                        Ids.next("si-", clock.instant()), channel, address, "en", clock.instant())
                .confirmed(clock.instant());
    }

    private static String severityClause(ReportedEvent event) {
        return event == ReportedEvent.TERMS_VIOLATION ? "3.2" : "";
    }
}
