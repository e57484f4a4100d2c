package io.verigate.analysis.simulation;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Method;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Source;
import io.verigate.decision.Symptom;
import io.verigate.decision.WireEnum;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.signal.NetworkTables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        PlaybackTally counterRecord = new PlaybackTally(recording);
        if (!recording.isEmpty()) {
            Simulation world =
                    new Simulation(
                            ruleSet,
                            new ActiveRuleSet(ruleSet),
                            networks,
                            recording.getFirst().at());
            SyntheticAddresses standIns = new SyntheticAddresses(ruleSet.policies());
            recording.forEach(one -> play(one, world, standIns, counterRecord));
        }
        return counterRecord.outcome(ruleSet.revision());
    }

    private void play(
            RecordedInteraction one,
            Simulation world,
            SyntheticAddresses standIns,
            PlaybackTally counterRecord) {
        boolean check = one.kind() == InteractionKind.CHECK_CODE;
        if (check && !counterRecord.mayBeTyped(one)) {
            return;
        }
        world.moveTo(one.at());
        Source source = standIns.source(one);
        @Nullable Address address = standIns.destination(one).orElse(null);
        if (one.flag(KnownFact.ACCOUNT_KNOWN)) {
            RecordedAccount as = new RecordedAccount(world, one, source, address);
            world.change(one.account(), as::account);
        }
        Interaction interaction = interaction(one, source, address, standIns);
        @Nullable Boolean right = typed.right(one).orElse(null);
        Decision decision =
                check
                        ? world.play(interaction, right, counterRecord.all())
                        : world.play(interaction);
        if (TypedCodes.isCompared(one) && right == null) {
            counterRecord.unknownCode();
        }
        counterRecord.add(one, interaction, decision, world);
    }

    private static Interaction interaction(
            RecordedInteraction one,
            Source source,
            @Nullable Address address,
            SyntheticAddresses standIns) {
        return new Interaction(
                one.kind(),
                one.account(),
                method(one, address),
                source,
                "",
                WireEnum.parse(Symptom.class, one.text(KnownFact.SYMPTOM)).orElse(null),
                standIns.signals(one),
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
