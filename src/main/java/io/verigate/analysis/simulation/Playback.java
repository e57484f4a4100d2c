package io.verigate.analysis.simulation;

import io.verigate.analysis.InMemoryService;
import io.verigate.assessment.AssessmentContext;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.ClientFamiliarity;
import io.verigate.decision.Decision;
import io.verigate.decision.EventReport;
import io.verigate.decision.Ids;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Source;
import io.verigate.decision.Symptom;
import io.verigate.decision.WireEnum;
import io.verigate.journal.JournalEntry;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.policy.Prices;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.securityinfo.EnrolSecurityInfo.EnrolmentResult;
import io.verigate.signal.NetworkTables;
import io.verigate.verification.CheckCode.CheckCodeResult;
import io.verigate.verification.Codes;
import io.verigate.verification.Purpose;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets recorded interactions happen again under a rule set: through the whole pipeline, at their times, so that what is
/// decided at noon changes what is counted at one.
public final class Playback {
    private final List<RecordedInteraction> recording;
    private final TypedCodes typed;
    private final NetworkTables networks;

    /// @param recording of any order
    /// @param by the rule set whose counters have the names that were recorded
    /// @param networks tables of countries and operators
    public Playback(List<RecordedInteraction> recording, RuleSet by, NetworkTables networks) {
        this.networks = networks;
        this.recording =
                recording.stream()
                        .sorted(
                                Comparator.comparing(RecordedInteraction::at)
                                        .thenComparing(RecordedInteraction::id))
                        .toList();
        this.typed = new TypedCodes(this.recording, by.policies(), by.revision());
    }

    /// What came of it.
    ///
    /// @param revision of the rule set
    /// @param interactions how many were played
    /// @param costs of all, then by recorded verdict
    /// @param changed how many came out otherwise than recorded
    /// @param turns the same by verdict, such as `allow → wait`
    /// @param notes what could not be kept
    public record Outcome(
            String revision,
            long interactions,
            List<PolicyCost.Total> costs,
            long changed,
            Map<String, Long> turns,
            List<String> notes) {
        public Outcome {
            costs = List.copyOf(costs);
            notes = List.copyOf(notes);
        }
    }

    /// Plays it. The rule set stays open.
    public Outcome run(RuleSet ruleSet) {
        PlaybackTally tally = new PlaybackTally(recording, new Prices(ruleSet.policies()));
        if (!recording.isEmpty()) {
            AssessmentContext context = InMemoryService.context(networks);
            InMemoryService service =
                    new InMemoryService(
                            new InMemoryLedger(Set.of(JournalEntry.RECORDS)),
                            new ActiveRuleSet(ruleSet),
                            context,
                            recording.getFirst().at());
            SyntheticAddresses addresses = new SyntheticAddresses(ruleSet.policies());
            recording.forEach(one -> play(one, service, context.fingerprints(), addresses, tally));
        }
        return tally.outcome(ruleSet.revision());
    }

    private void play(
            RecordedInteraction one,
            InMemoryService service,
            Fingerprints fingerprints,
            SyntheticAddresses addresses,
            PlaybackTally tally) {
        service.moveTo(one.at());
        Source source = addresses.source(one);
        @Nullable Address address = addresses.destination(one).orElse(null);
        Interaction interaction = interaction(one, source, address, addresses);
        boolean check = one.kind() == InteractionKind.CHECK_CODE;
        @Nullable Boolean right = typed.right(one).orElse(null);
        if (check && !tally.mayBeTyped(one, right, service.hasOpenCode(interaction))) {
            return;
        }
        if (one.flag(KnownFact.ACCOUNT_KNOWN)) {
            RecordedAccount account = new RecordedAccount(fingerprints, one, source, address);
            service.putAccount(one.account(), account::account);
        }
        Decision decision =
                check && address != null && right != null
                        ? check(one, interaction, right, service, tally)
                        : decide(interaction, service);
        if (TypedCodes.isCompared(one) && right == null) {
            tally.unknownCode();
        }
        tally.add(one, interaction, decision);
    }

    /// A code that was requested before the recording is put in place first.
    private static Decision check(
            RecordedInteraction one,
            Interaction check,
            boolean right,
            InMemoryService service,
            PlaybackTally tally) {
        if (!tally.wasRequested(one) && !service.hasOpenCode(check)) {
            service.issue(sentBefore(check, service.now()), check.source());
        }
        return switch (service.check(check, right)) {
            case CheckCodeResult.Compared(boolean verified, Decision decision) -> {
                if (verified) {
                    tally.verified();
                }
                yield decision;
            }
            case CheckCodeResult.Refused(Decision decision) -> decision;
        };
    }

    private static Verification sentBefore(Interaction check, Instant now) {
        Method.Named method = check.method().named().orElseThrow();
        return new Verification(
                Ids.next("v-", now),
                check.account(),
                Purpose.SIGN_IN,
                method.channel(),
                method.address(),
                "",
                "",
                "",
                VerificationState.SENT,
                null,
                Codes.CHECKS,
                now,
                now,
                now.plus(Codes.LIFE),
                now,
                ClientFamiliarity.UNKNOWN,
                null);
    }

    /// Accounts are put in place as recorded, so what changes them otherwise is only decided.
    private static Decision decide(Interaction interaction, InMemoryService service) {
        Optional<Method.Named> method = interaction.method().named();
        return switch (interaction.kind()) {
            case SEND_CODE ->
                    method.isPresent()
                            ? service.send(interaction).decision()
                            : service.decide(interaction);
            case ADD_SECURITY_INFO, REPLACE_SECURITY_INFO ->
                    method.isPresent()
                            ? decision(service.enrol(interaction, method.get().channel()))
                            : service.decide(interaction);
            case REPORT ->
                    interaction.report().isPresent()
                            ? service.report(interaction)
                            : service.decide(interaction);
            case CHECK_CODE,
                    SIGN_IN,
                    SIGN_UP,
                    REMOVE_SECURITY_INFO,
                    CLEAR_SECURITY_INFO,
                    SKIP_PROMPT ->
                    service.decide(interaction);
        };
    }

    private static Decision decision(EnrolmentResult outcome) {
        return switch (outcome) {
            case EnrolmentResult.Pending pending -> pending.decision();
            case EnrolmentResult.Confirmed confirmed -> confirmed.decision();
            case EnrolmentResult.Refused refused -> refused.decision();
        };
    }

    private static Interaction interaction(
            RecordedInteraction one,
            Source source,
            @Nullable Address address,
            SyntheticAddresses addresses) {
        return new Interaction(
                one.kind(),
                one.account(),
                method(one, address),
                source,
                "",
                WireEnum.parse(Symptom.class, one.text(KnownFact.SYMPTOM)).orElse(null),
                addresses.signals(one),
                report(one));
    }

    private static Method method(RecordedInteraction one, @Nullable Address address) {
        Channel channel = WireEnum.parse(Channel.class, one.text(KnownFact.CHANNEL)).orElse(null);
        if (channel == null) {
            return Method.NONE;
        }
        if (address != null) {
            return new Method.Named(channel, address);
        }
        return one.flag(KnownFact.ENROLLED)
                ? new Method.Enrolled(RecordedAccount.info(channel))
                : Method.NONE;
    }

    private static @Nullable EventReport report(RecordedInteraction one) {
        return WireEnum.parse(ReportedEvent.class, one.text(KnownFact.EVENT))
                .map(event ->
                        new EventReport(
                                event,
                                one.at(),
                                WireEnum.parse(Severity.class, one.text(KnownFact.SEVERITY))
                                        .orElse(Severity.MINOR),
                                "",
                                ""))
                .orElse(null);
    }
}
