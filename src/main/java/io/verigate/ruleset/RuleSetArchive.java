package io.verigate.ruleset;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetFiles;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The stored versions as a node uses them.
///
/// @param clock for timestamps only; numbers order the rollouts
record RuleSetArchive(RuleSetRepository store, InstantSource clock) {
    Optional<Rollout> current() {
        return store.current();
    }

    /// The files of a version that a rollout names.
    ///
    /// @throws InvalidRuleSetException when they are missing
    RuleSetFiles files(String revision) {
        return store.find(revision)
                .orElseThrow(() ->
                        new InvalidRuleSetException(
                                List.of(
                                        new Diagnostic(
                                                revision,
                                                0,
                                                0,
                                                "the files of this revision are not stored; publish them again"))));
    }

    /// Stores a version.
    ///
    /// @return whether it is new
    boolean add(RuleSetVersion version, RuleSetFiles files) {
        return store.add(version, files);
    }

    /// Stores the rule set of the folder of a node, if it is new, and activates it.
    void fromFolder(RuleSetFiles files, RuleSetValidator.ValidatedRuleSet examined) {
        String revision = files.revision();
        if (!store.find(revision).equals(Optional.of(files))) {
            add(
                    new RuleSetVersion(
                            revision,
                            current().map(Rollout::active).orElse(null),
                            "",
                            "from the folder",
                            now(),
                            examined.examination()),
                    files);
        }
        Rollout next;
        do {
            Optional<Rollout> before = current();
            if (before.filter(rollout -> rollout.active().equals(revision)).isPresent()) {
                return;
            }
            next =
                    before.map(rollout -> rollout.next(revision, rollout.candidate(), "", now()))
                            .orElseGet(() -> new Rollout(1, revision, null, "", now()));
        } while (!store.advance(next));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
