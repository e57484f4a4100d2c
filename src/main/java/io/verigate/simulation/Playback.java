package io.verigate.simulation;

import io.verigate.decision.Address;
import io.verigate.decision.Channel;
import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Method;
import io.verigate.decision.Report;
import io.verigate.decision.ReportedEvent;
import io.verigate.decision.Severity;
import io.verigate.decision.Source;
import io.verigate.decision.Symptom;
import io.verigate.decision.Word;
import io.verigate.rules.ActiveRuleSet;
import io.verigate.rules.RuleSet;
import io.verigate.signal.NetworkTables;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lets recorded interactions happen again under a rule set: through the whole pipeline, at their times, so that what is
/// decided at noon changes what is counted at one.
public final class Playback {
    private final List<Recorded> recording;
    private final TypedCodes typed;
    private final NetworkTables networks;

    /// @param recording of any order
    /// @param by the rule set whose counters have the names that were recorded
    /// @param networks tables of countries and operators
    public Playback(List<Recorded> recording, RuleSet by, NetworkTables networks) {
        this.networks = networks;
        this.recording =
                recording.stream()
                        .sorted(Comparator.comparing(Recorded::at).thenComparing(Recorded::id))
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
            List<Cost.Total> costs,
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
        PlaybackTally tally = new PlaybackTally(recording);
        if (!recording.isEmpty()) {
            World world =
                    new World(
                            ruleSet,
                            new ActiveRuleSet(ruleSet),
                            networks,
                            recording.getFirst().at());
            StandIns standIns = new StandIns(ruleSet.policies());
            recording.forEach(one -> play(one, world, standIns, tally));
        }
        return tally.outcome(ruleSet.revision());
    }

    private void play(Recorded one, World world, StandIns standIns, PlaybackTally tally) {
        boolean check = one.kind() == InteractionKind.CHECK_CODE;
        if (check && !tally.mayBeTyped(one)) {
            return;
        }
        world.moveTo(one.at());
        Source source = standIns.source(one);
        @Nullable Address address = standIns.destination(one).orElse(null);
        if (one.flag(KnownFact.ACCOUNT_KNOWN)) {
            AsRecorded as = new AsRecorded(world, one, source, address);
            world.change(one.account(), as::account);
        }
        Interaction interaction = interaction(one, source, address, standIns);
        @Nullable Boolean right = typed.right(one).orElse(null);
        Decision decision =
                check ? world.play(interaction, right, tally.all()) : world.play(interaction);
        if (TypedCodes.isCompared(one) && right == null) {
            tally.unknownCode();
        }
        tally.add(one, interaction, decision, world);
    }

    private static Interaction interaction(
            Recorded one, Source source, @Nullable Address address, StandIns standIns) {
        return new Interaction(
                one.kind(),
                one.account(),
                method(one, address),
                source,
                "",
                Word.parse(Symptom.class, one.text(KnownFact.SYMPTOM)).orElse(null),
                standIns.signals(one),
                report(one));
    }

    private static Method method(Recorded one, @Nullable Address address) {
        Channel channel = Word.parse(Channel.class, one.text(KnownFact.CHANNEL)).orElse(null);
        if (channel == null) {
            return Method.NONE;
        }
        if (address != null) {
            return new Method.Named(channel, address);
        }
        return one.flag(KnownFact.ENROLLED)
                ? new Method.Enrolled(AsRecorded.info(channel))
                : Method.NONE;
    }

    private static @Nullable Report report(Recorded one) {
        return Word.parse(ReportedEvent.class, one.text(KnownFact.EVENT))
                .map(event ->
                        new Report(
                                event,
                                one.at(),
                                Word.parse(Severity.class, one.text(KnownFact.SEVERITY))
                                        .orElse(Severity.MINOR),
                                "",
                                ""))
                .orElse(null);
    }
}
