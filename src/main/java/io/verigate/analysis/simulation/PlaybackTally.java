package io.verigate.analysis.simulation;

import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Adds up what came of a recording, and what could not be kept of it.
final class PlaybackTally {
    private static final String KIND = "recorded";

    private final PolicyCost all = new PolicyCost(KIND, true);
    private final Map<Verdict, PolicyCost> byVerdict = new EnumMap<>(Verdict.class);
    private final Map<String, Boolean> left = new HashMap<>();
    private final Map<String, Long> turns = new TreeMap<>();
    private final Map<KnownFact, Long> lost = new EnumMap<>(KnownFact.class);
    private long interactions;
    private long unknownCodes;
    private long neverTyped;

    PlaybackTally(List<RecordedInteraction> recording) {
        Set<String> people = new HashSet<>();
        for (RecordedInteraction one : recording) {
            PolicyCost cost =
                    byVerdict.computeIfAbsent(
                            one.verdict(),
                            verdict -> new PolicyCost(KIND + ' ' + verdict.wireName(), true));
            if (people.add(one.account())) {
                all.person();
            }
            if (people.add(one.account() + ' ' + one.verdict())) {
                cost.person();
            }
        }
    }

    PolicyCost all() {
        return all;
    }

    /// Whether the code of a check may have left. One that was asked for before the recording surely did.
    boolean mayBeTyped(RecordedInteraction check) {
        boolean may = left.getOrDefault(check.code(), true);
        neverTyped += may ? 0 : 1;
        return may;
    }

    void unknownCode() {
        unknownCodes++;
    }

    void add(
            RecordedInteraction one, Interaction interaction, Decision decision, Simulation world) {
        interactions++;
        world.charge(interaction, decision, all);
        world.charge(interaction, decision, Objects.requireNonNull(byVerdict.get(one.verdict())));
        if (interaction.asksForCode()) {
            left.merge(one.code(), decision.verdict().accepts(), Boolean::logicalOr);
        }
        if (decision.verdict() != one.verdict()) {
            turns.merge(
                    one.verdict().wireName() + " → " + decision.verdict().wireName(),
                    1L,
                    Long::sum);
        }
        for (KnownFact fact : KnownFact.values()) {
            boolean told = fact.compareTo(KnownFact.METHOD_BLOCKED) < 0 && fact != KnownFact.NOW;
            String name = fact.definition().name();
            Object unknown = fact.definition().type().unknown();
            if (told && !decision.facts().getOrDefault(name, unknown).equals(one.value(fact))) {
                lost.merge(fact, 1L, Long::sum);
            }
        }
    }

    Playback.Outcome outcome(String revision) {
        List<PolicyCost.Total> costs = new ArrayList<>();
        costs.add(all.total());
        byVerdict.values().forEach(cost -> costs.add(cost.total()));
        long changed = turns.values().stream().mapToLong(Long::longValue).sum();
        return new Playback.Outcome(revision, interactions, costs, changed, turns, notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("nothing is counted or blocked before the first interaction");
        notes.add("number ranges and networks are not recorded: each stand-in has its own");
        lost.forEach((fact, times) ->
                notes.add(
                        "`%s` could not be kept: %s"
                                .formatted(fact.definition().name(), times(times))));
        if (unknownCodes > 0) {
            notes.add(
                    "whether a typed code was right is not known, and nothing follows from it: "
                            + times(unknownCodes));
        }
        if (neverTyped > 0) {
            notes.add("a code that did not leave was not typed: " + times(neverTyped));
        }
        return notes;
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}
