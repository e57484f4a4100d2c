package io.verigate.analysis.simulation;

import io.verigate.decision.ActivityEvent;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.SubjectKind;
import io.verigate.policy.CounterDefinition;
import io.verigate.policy.Policies;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which typed codes were right. The log has decisions and not what was typed, so that it is told by a counter of
/// failed checks: whether it had grown when the account did the next thing.
final class TypedCodes {
    private final Map<String, Boolean> right = new HashMap<>();

    /// @param recording in order
    /// @param policies whose counters have the names that were recorded
    /// @param revision of the rule set of these policies
    TypedCodes(List<RecordedInteraction> recording, Policies policies, String revision) {
        Optional<CounterDefinition> counter =
                policies.counters().stream().filter(TypedCodes::tells).findFirst();
        counter.ifPresent(known -> read(recording, known, revision));
    }

    private static boolean tells(CounterDefinition counter) {
        return counter.event() == ActivityEvent.CHECK_FAILED
                && counter.per() == SubjectKind.ACCOUNT
                && counter.distinct() == null
                && counter.quiet() == null
                && (counter.after() == null || counter.after() == ActivityEvent.CODE_VERIFIED);
    }

    private void read(
            List<RecordedInteraction> recording, CounterDefinition counter, String revision) {
        Set<String> counting = counting(recording, counter.name());
        counting.add(revision);
        Map<String, RecordedInteraction> last = new HashMap<>();
        for (RecordedInteraction now : recording) {
            RecordedInteraction before = last.put(now.account(), now);
            if (before != null
                    && isCompared(before)
                    && counting.contains(before.ruleset())
                    && counting.contains(now.ruleset())
                    && now.at().isBefore(before.at().plus(counter.within()))) {
                long was = before.count(counter.name());
                long is = now.count(counter.name());
                if (is > was || is == 0) {
                    right.put(before.id(), is == 0);
                }
            }
        }
    }

    /// Rule sets that surely have the counter: a count of 0 is not written down.
    private static Set<String> counting(List<RecordedInteraction> recording, String counter) {
        return recording.stream()
                .filter(one -> one.count(counter) > 0)
                .map(RecordedInteraction::ruleset)
                .collect(Collectors.toCollection(HashSet::new));
    }

    static boolean isCompared(RecordedInteraction recorded) {
        return recorded.kind() == InteractionKind.CHECK_CODE && recorded.verdict().accepts();
    }

    /// Whether the code of a check was right; empty when it is not known.
    Optional<Boolean> right(RecordedInteraction check) {
        return Optional.ofNullable(right.get(check.id()));
    }
}
