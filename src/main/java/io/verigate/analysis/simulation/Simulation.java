package io.verigate.analysis.simulation;

import io.verigate.account.Account;
import io.verigate.account.SecurityInfo;
import io.verigate.activity.ActivityRecords;
import io.verigate.activity.SubjectKey;
import io.verigate.assessment.AssessmentContext;
import io.verigate.assessment.AssessmentResult;
import io.verigate.assessment.DecisionEffects;
import io.verigate.assessment.DecisionListener;
import io.verigate.assessment.DecisionService;
import io.verigate.assessment.PolicySignals;
import io.verigate.assessment.PublishedSenders;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Source;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Symptom;
import io.verigate.journal.JournalEntry;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.policy.Prices;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.signal.NetworkTables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The service as everybody in a simulation meets it: the whole pipeline over a ledger in memory, on a clock that the
/// simulation moves. Used by one thread.
final class Simulation implements InstantSource {
    private final InMemoryLedger ledger = new InMemoryLedger(Set.of(JournalEntry.RECORDS));
    private final Fingerprints fingerprints = new Fingerprints(new byte[Fingerprints.KEY_LENGTH]);
    private final DecisionService assessment;
    private final CostRecorder charging;
    private Instant now;

    Simulation(RuleSet ruleSet, ActiveRuleSet active, NetworkTables networks, Instant start) {
        this.now = start;
        this.charging = new CostRecorder(new Prices(ruleSet.policies()));
        this.assessment =
                new DecisionService(
                        active,
                        new AssessmentContext(
                                new PolicySignals(networks),
                                fingerprints,
                                new PublishedSenders(Map.of())),
                        this,
                        DecisionListener.NONE);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void moveTo(Instant time) {
        now = time;
    }

    /// Asks for a code and charges it.
    Decision ask(Resident who, Method method, @Nullable Symptom symptom, PolicyCost cost) {
        Interaction asking = interaction(who, InteractionKind.SEND_CODE, method, symptom, null);
        Decision decision = ledger.run(assessment.decide(asking));
        charge(asking, decision, cost);
        return decision;
    }

    /// Plays any interaction.
    Decision play(Interaction interaction) {
        return ledger.run(assessment.decide(interaction));
    }

    /// Types a code in, of which is known whether it was compared, and whether it was right.
    ///
    /// @param right null when it is not known, so that nothing follows from it
    Decision play(Interaction check, @Nullable Boolean right, PolicyCost cost) {
        return ledger.run(
                assessment.decide(
                        check,
                        (assessed, effects) -> {
                            if (right != null) {
                                typed(assessed, effects, right, cost);
                            }
                            return assessed.decision();
                        }));
    }

    /// Adds what came of an interaction.
    void charge(Interaction interaction, Decision decision, PolicyCost cost) {
        charging.add(interaction, decision, cost);
    }

    /// Types a code in.
    ///
    /// @return whether it was compared at all
    boolean type(Resident who, Method method, boolean right, PolicyCost cost) {
        return ledger.run(
                assessment.decide(
                        interaction(who, InteractionKind.CHECK_CODE, method, null, null),
                        (assessed, effects) -> typed(assessed, effects, right, cost)));
    }

    private static boolean typed(
            AssessmentResult assessed, DecisionEffects effects, boolean right, PolicyCost cost) {
        if (!assessed.decision().verdict().accepts()) {
            return false;
        }
        effects.count(right ? ActivityEvent.CODE_VERIFIED : ActivityEvent.CHECK_FAILED);
        if (right) {
            Account learned = effects.learned(assessed.account());
            effects.view().put(Account.RECORDS.key(learned.id()), learned);
            cost.verified();
        }
        return true;
    }

    /// Signs in with a password, right or wrong.
    ///
    /// @return the decision about the attempt
    Decision signIn(Resident who, boolean right) {
        Decision decision =
                ledger.run(
                        assessment.decide(
                                interaction(
                                        who, InteractionKind.SIGN_IN, Method.NONE, null, null)));
        if (decision.verdict().accepts() && !right) {
            report(who, ReportedEvent.SIGN_IN_FAILED);
        }
        return decision;
    }

    /// Tells what happened.
    void report(Resident who, ReportedEvent event) {
        ledger.run(
                assessment.decide(
                        interaction(
                                who,
                                InteractionKind.REPORT,
                                Method.NONE,
                                null,
                                new EventReport(event, now, Severity.MINOR, "", ""))));
    }

    /// Makes an account that has used the service before.
    void register(String account, List<Map.Entry<Channel, Address>> methods) {
        change(
                account,
                unknown -> {
                    Account known = Account.unknown(account, now);
                    for (Map.Entry<Channel, Address> method : methods) {
                        String id = "si-" + account + method.getKey();
                        known =
                                known.with(
                                        SecurityInfo.pending(
                                                        id,
                                                        method.getKey(),
                                                        method.getValue(),
                                                        "en",
                                                        now)
                                                .confirmed(now));
                    }
                    return known;
                });
    }

    /// Changes an account, or makes it.
    void change(String account, Function<Optional<Account>, Account> change) {
        SubjectKey subject = SubjectKey.of(SubjectKind.ACCOUNT, account, fingerprints);
        ledger.run(new AccountUpdate(account, ActivityRecords.counterRow(subject), change));
    }

    /// How a device or a network is called in the pattern of an account.
    String name(SubjectKind kind, String value) {
        return SubjectKey.of(kind, value, fingerprints).toString();
    }

    private static Interaction interaction(
            Resident who,
            InteractionKind kind,
            Method method,
            @Nullable Symptom symptom,
            @Nullable EventReport report) {
        return new Interaction(
                kind, who.account(), method, who.source(), "en", symptom, who.signals(), report);
    }

    /// Who does something, and from where.
    record Resident(String account, Source source, io.verigate.decision.Signals signals) {}
}
