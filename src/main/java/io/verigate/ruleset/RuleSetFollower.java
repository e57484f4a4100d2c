package io.verigate.ruleset;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.ActiveRuleSet.Deciding;
import io.verigate.rules.runtime.ActiveRuleSet.Trial;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.ruleset.NodeState.RejectedRuleSet;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the rule sets of one node up to date with the folder on its disk or with the rollout that all nodes share. An
/// invalid rule set changes nothing: the previous one stays in use, and its errors are reported. Thread-safe.
@Context
@Requires(notEnv = "command")
public final class RuleSetFollower {
    /// Stricter limits for a candidate, so that it cannot delay the active rule set for long.
    private static final Limits CANDIDATE_LIMITS =
            new Limits(Limits.DEFAULT.firings(), Duration.ofMillis(10));

    private static final Logger LOG = LoggerFactory.getLogger(RuleSetFollower.class);

    private final RuleSetArchive versions;
    private final RuleSetValidator validator;
    private final WatchedFolder folder;
    private final boolean byFolder;
    private final InstantSource clock;
    private final ActiveRuleSet rules;

    private Map<Path, String> seen;
    private RuleSet active;
    private @Nullable Trial trial;
    private volatile NodeState state;

    @Inject
    RuleSetFollower(
            RuleSetRepository store,
            RuleSetValidator examiner,
            RulesConfiguration configuration,
            InstantSource clock) {
        this(
                store,
                examiner,
                new WatchedFolder(configuration.folder(), configuration.policies()),
                configuration.byFolder(),
                clock);
    }

    /// Begins with what should decide now; without a rollout in the store, that is what stands in the folder.
    ///
    /// @param byFolder whether to use the folder instead of the store
    /// @throws InvalidRuleSetException when it is invalid: a node does not start without rules
    public RuleSetFollower(
            RuleSetRepository store,
            RuleSetValidator validator,
            WatchedFolder folder,
            boolean byFolder,
            InstantSource clock) {
        this.versions = new RuleSetArchive(store, clock);
        this.validator = validator;
        this.folder = folder;
        this.byFolder = byFolder;
        this.clock = clock;
        this.seen = folder.stamps();
        Optional<Rollout> rollout = versions.current();
        active = byFolder || rollout.isEmpty() ? loadFolder() : loadVersion(rollout.get().active());
        rules = new ActiveRuleSet(active);
        state = new NodeState(active.revision(), clock.instant(), null, null, null);
        LOG.info("loaded {} rules, revision {}", active.rules().size(), active.revision());
    }

    /// The rules that this node uses.
    public ActiveRuleSet rules() {
        return rules;
    }

    /// The current state.
    public NodeState state() {
        return state;
    }

    /// Checks once for a new rule set or candidate, and switches to it when it is valid.
    ///
    /// @throws io.verigate.ledger.LedgerUnavailable when the store does not respond; nothing is changed then
    /// @throws ValidationBusy when another rule set is being validated; nothing is changed then
    public synchronized void follow() {
        Optional<Rollout> rollout = versions.current();
        RuleSet next = byFolder ? followFolder() : rollout.map(this::followRollout).orElse(active);
        if (next != active) {
            swap(next, trial);
        }
        Optional<Rollout.Candidate> tried = rollout.flatMap(Rollout::tried);
        if (tried.isEmpty()) {
            setRejected(state.refused(), null);
        }
        Trial beside = tried.map(this::followCandidate).orElse(null);
        if (beside != trial) {
            swap(active, beside);
        }
    }

    private void swap(RuleSet next, @Nullable Trial beside) {
        boolean changed = next != active;
        rules.swap(new Deciding(next, beside));
        active = next;
        trial = beside;
        state =
                new NodeState(
                        next.revision(),
                        changed ? clock.instant() : state.since(),
                        beside == null
                                ? null
                                : new Rollout.Candidate(
                                        beside.candidate().revision(), beside.share()),
                        state.refused(),
                        state.refusedCandidate());
        if (changed) {
            LOG.info("activated {} rules, revision {}", next.rules().size(), next.revision());
        }
    }

    private RuleSet followFolder() {
        Map<Path, String> now = folder.stamps();
        if (now.equals(seen)) {
            return active;
        }
        RuleSet next = active;
        try {
            next = folder.read().revision().equals(active.revision()) ? active : loadFolder();
            setRejected(null, state.refusedCandidate());
        } catch (InvalidRuleSetException faults) {
            reject("", faults.all(), false);
        }
        seen = now;
        return next;
    }

    private RuleSet loadFolder() {
        RuleSetFiles files = folder.read();
        RuleSetValidator.ValidatedRuleSet examined = validator.ready(files, Limits.DEFAULT);
        try {
            versions.fromFolder(files, examined);
            folder.unread().forEach(fault -> LOG.warn("{}: {}", fault.file(), fault.message()));
            return examined.ruleSet();
        } catch (RuntimeException e) {
            examined.ruleSet().close();
            throw e;
        }
    }

    private RuleSet followRollout(Rollout rollout) {
        String revision = rollout.active();
        if (revision.equals(active.revision())) {
            setRejected(null, state.refusedCandidate());
            return active;
        }
        if (isRejected(state.refused(), revision)) {
            return active;
        }
        try {
            RuleSet next = loadVersion(revision);
            setRejected(null, state.refusedCandidate());
            return next;
        } catch (InvalidRuleSetException faults) {
            reject(revision, faults.all(), false);
            return active;
        }
    }

    private @Nullable Trial followCandidate(Rollout.Candidate wanted) {
        String revision = wanted.revision();
        if (isRejected(state.refusedCandidate(), revision)) {
            return null;
        }
        if (trial != null && trial.candidate().revision().equals(revision)) {
            return trial.share() == wanted.share() ? trial : trial.with(wanted.share());
        }
        try {
            RuleSet candidate =
                    validator.ready(versions.files(revision), CANDIDATE_LIMITS).ruleSet();
            setRejected(state.refused(), null);
            return new Trial(candidate, wanted.share(), new AtomicInteger());
        } catch (InvalidRuleSetException faults) {
            reject(revision, faults.all(), true);
            return null;
        }
    }

    private RuleSet loadVersion(String revision) {
        return validator.ready(versions.files(revision), Limits.DEFAULT).ruleSet();
    }

    private void reject(String revision, List<Diagnostic> faults, boolean candidate) {
        RejectedRuleSet refused = new RejectedRuleSet(revision, faults);
        LOG.error(
                "the rule set {} is invalid, {} stays active: {}",
                revision.isEmpty() ? "of the folder" : revision,
                active.revision(),
                new InvalidRuleSetException(faults).getMessage());
        setRejected(
                candidate ? state.refused() : refused,
                candidate ? refused : state.refusedCandidate());
    }

    private void setRejected(
            @Nullable RejectedRuleSet refused, @Nullable RejectedRuleSet candidate) {
        state =
                new NodeState(
                        state.revision(), state.since(), state.candidate(), refused, candidate);
    }

    private static boolean isRejected(@Nullable RejectedRuleSet refused, String revision) {
        return refused != null && refused.revision().equals(revision);
    }
}
