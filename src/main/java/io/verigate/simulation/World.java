package io.verigate.simulation;

import io.verigate.account.Account;
import io.verigate.account.SecurityInfo;
import io.verigate.activity.Activity;
import io.verigate.activity.SubjectKey;
import io.verigate.assessment.Aftermath;
import io.verigate.assessment.Assessed;
import io.verigate.assessment.Assessment;
import io.verigate.assessment.AssessmentTools;
import io.verigate.assessment.PolicySignals;
import io.verigate.assessment.Published;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Method;
import io.verigate.decision.Report;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Source;
import io.verigate.decision.SubjectKind;
import io.verigate.decision.Symptom;
import io.verigate.journal.JournalEntry;
import io.verigate.ledger.MemoryLedger;
import io.verigate.policy.Prices;
import io.verigate.protection.Fingerprints;
import io.verigate.rules.ActiveRuleSet;
import io.verigate.rules.RuleSet;
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
final class World implements InstantSource {
    private final MemoryLedger ledger = new MemoryLedger(Set.of(JournalEntry.SHELF));
    private final Fingerprints fingerprints = new Fingerprints(new byte[Fingerprints.KEY_LENGTH]);
    private final Assessment assessment;
    private final Charging charging;
    private Instant now;

    World(RuleSet ruleSet, ActiveRuleSet active, NetworkTables networks, Instant start) {
        this.now = start;
        this.charging = new Charging(new Prices(ruleSet.policies()));
        this.assessment =
                new Assessment(
                        ledger,
                        active,
                        new AssessmentTools(
                                new PolicySignals(networks), fingerprints, new Published(Map.of())),
                        this);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void moveTo(Instant time) {
        now = time;
    }

    /// Asks for a code and charges it.
    Decision ask(Resident who, Method method, @Nullable Symptom symptom, Cost cost) {
        Interaction asking = interaction(who, InteractionKind.SEND_CODE, method, symptom, null);
        Decision decision = assessment.assess(asking);
        charge(asking, decision, cost);
        return decision;
    }

    /// Plays any interaction.
    Decision play(Interaction interaction) {
        return assessment.assess(interaction);
    }

    /// Types a code in, of which is known whether it was compared, and whether it was right.
    ///
    /// @param right null when it is not known, so that nothing follows from it
    Decision play(Interaction check, @Nullable Boolean right, Cost cost) {
        return assessment.assess(
                check,
                (assessed, aftermath) -> {
                    if (right != null) {
                        typed(assessed, aftermath, right, cost);
                    }
                    return assessed.decision();
                });
    }

    /// Adds what came of an interaction.
    void charge(Interaction interaction, Decision decision, Cost cost) {
        charging.add(interaction, decision, cost);
    }

    /// Types a code in.
    ///
    /// @return whether it was compared at all
    boolean type(Resident who, Method method, boolean right, Cost cost) {
        return assessment.assess(
                interaction(who, InteractionKind.CHECK_CODE, method, null, null),
                (assessed, aftermath) -> typed(assessed, aftermath, right, cost));
    }

    private static boolean typed(Assessed assessed, Aftermath aftermath, boolean right, Cost cost) {
        if (!assessed.decision().verdict().accepts()) {
            return false;
        }
        aftermath.count(right ? ActivityEvent.CODE_VERIFIED : ActivityEvent.CHECK_FAILED);
        if (right) {
            Account learned = aftermath.learned(assessed.account());
            aftermath.pages().put(Account.SHELF.key(learned.id()), learned);
            cost.verified();
        }
        return true;
    }

    /// Signs in with a password, right or wrong.
    ///
    /// @return the decision about the attempt
    Decision signIn(Resident who, boolean right) {
        Decision decision =
                assessment.assess(
                        interaction(who, InteractionKind.SIGN_IN, Method.NONE, null, null));
        if (decision.verdict().accepts() && !right) {
            report(who, ReportedEvent.SIGN_IN_FAILED);
        }
        return decision;
    }

    /// Tells what happened.
    void report(Resident who, ReportedEvent event) {
        assessment.assess(
                interaction(
                        who,
                        InteractionKind.REPORT,
                        Method.NONE,
                        null,
                        new Report(event, now, Severity.MINOR, "", "")));
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
        ledger.run(new AccountChange(account, Activity.tallies(subject), change));
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
            @Nullable Report report) {
        return new Interaction(
                kind, who.account(), method, who.source(), "en", symptom, who.signals(), report);
    }

    /// Who does something, and from where.
    record Resident(String account, Source source, io.verigate.decision.Signals signals) {}
}
