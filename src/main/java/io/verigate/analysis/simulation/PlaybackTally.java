package io.verigate.analysis.simulation;

import io.verigate.decision.Decision;
import io.verigate.decision.Interaction;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Verdict;
import io.verigate.policy.Prices;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds up the results of a playback, and what could not be kept of its recording.
final class PlaybackTally {
    private static final String KIND = "recorded";

    private final PolicyCost all;
    private final Map<Verdict, PolicyCost> byVerdict = new EnumMap<>(Verdict.class);
    private final Map<String, Boolean> sentCodes = new HashMap<>();
    private final Map<String, Long> turns = new TreeMap<>();
    private final Map<KnownFact, Long> lost = new EnumMap<>(KnownFact.class);
    private long interactions;
    private long unknownCodes;
    private long neverTyped;

    PlaybackTally(List<RecordedInteraction> recording, Prices prices) {
        all = new PolicyCost(KIND, true, prices);
        Set<String> people = new HashSet<>();
        for (RecordedInteraction one : recording) {
            PolicyCost cost =
                    byVerdict.computeIfAbsent(
                            one.verdict(),
                            verdict ->
                                    new PolicyCost(KIND + ' ' + verdict.wireName(), true, prices));
            if (people.add(one.account())) {
                all.person();
            }
            if (people.add(one.account() + ' ' + one.verdict())) {
                cost.person();
            }
        }
    }

    void verified() {
        all.verified();
    }

    /// Whether the code of a check was sent. One that was requested before the recording was, and a right one only if it
    /// is open.
    ///
    /// @param right whether the code was right; null when that is not known
    /// @param open whether its recipient has an open code now
    boolean mayBeTyped(RecordedInteraction check, @Nullable Boolean right, boolean open) {
        @Nullable Boolean sent = sentCodes.get(check.code());
        boolean may = sent == null || (Boolean.TRUE.equals(right) ? open : sent);
        neverTyped += may ? 0 : 1;
        return may;
    }

    /// Whether the code of a check was requested in the recording, and not before.
    boolean wasRequested(RecordedInteraction check) {
        return sentCodes.containsKey(check.code());
    }

    void unknownCode() {
        unknownCodes++;
    }

    void add(RecordedInteraction one, Interaction interaction, Decision decision) {
        interactions++;
        all.charge(interaction, decision);
        Objects.requireNonNull(byVerdict.get(one.verdict())).charge(interaction, decision);
        if (interaction.asksForCode()) {
            sentCodes.merge(one.code(), decision.verdict().accepts(), Boolean::logicalOr);
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
