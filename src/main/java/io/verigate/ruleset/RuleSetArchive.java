package io.verigate.ruleset;

import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetFiles;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The store of rule sets as a node uses it.
///
/// @param clock tells when something was kept; never decides what is newest
record RuleSetArchive(RuleSetRepository store, InstantSource clock) {
    Optional<Rollout> current() {
        return store.current();
    }

    /// The files of a version that a rollout names.
    ///
    /// @throws Faults when they are not there
    RuleSetFiles files(String revision) {
        return store.find(revision)
                .orElseThrow(() ->
                        new InvalidRuleSetException(
                                List.of(
                                        new Diagnostic(
                                                revision,
                                                0,
                                                0,
                                                "the files of this revision are not kept: publish them again"))));
    }

    /// Keeps a version.
    ///
    /// @return whether it is new
    boolean add(RuleSetVersion version, RuleSetFiles files) {
        return store.add(version, files);
    }

    /// Keeps what stands in the folder of a node before it decides, and tells that it does.
    void fromFolder(RuleSetFiles files, RuleSetValidator.Examined examined) {
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
