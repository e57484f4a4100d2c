package io.verigate.ruleset;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.verigate.policy.Diagnostic;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.runtime.ActiveRuleSet.Deciding;
import io.verigate.rules.runtime.ActiveRuleSet.Trial;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.RuleSet.Limits;
import io.verigate.rules.runtime.RuleSet;
import io.verigate.ruleset.NodeState.Refused;
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

/// Keeps one node deciding by what it should: by the folder on its disk, or by the rollout that all nodes share. What
/// has a fault changes nothing: what decided before goes on, and the faults are told. Thread-safe.
@Context
@Requires(notEnv = "command")
public final class RuleSetFollower {
    /// A candidate may do less than what decides, so that it never holds up others for long.
    private static final Limits OF_A_CANDIDATE =
            new Limits(Limits.DEFAULT.firings(), Duration.ofMillis(10));

    private static final Logger LOG = LoggerFactory.getLogger(RuleSetFollower.class);

    private final RuleSetArchive releases;
    private final RuleSetValidator examiner;
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
    /// @param byFolder whether the folder decides, and not the store
    /// @throws Faults when that has faults: a node does not start without rules
    public RuleSetFollower(
            RuleSetRepository store,
            RuleSetValidator examiner,
            WatchedFolder folder,
            boolean byFolder,
            InstantSource clock) {
        this.releases = new RuleSetArchive(store, clock);
        this.examiner = examiner;
        this.folder = folder;
        this.byFolder = byFolder;
        this.clock = clock;
        this.seen = folder.stamps();
        Optional<Rollout> rollout = releases.current();
        active = byFolder || rollout.isEmpty() ? ofFolder() : ofStore(rollout.get().active());
        rules = new ActiveRuleSet(active);
        state = new NodeState(active.revision(), clock.instant(), null, null, null);
        LOG.info("{} rules decide, revision {}", active.rules().size(), active.revision());
    }

    /// What decides on this node.
    public ActiveRuleSet rules() {
        return rules;
    }

    /// How this node stands.
    public NodeState state() {
        return state;
    }

    /// Looks once whether something else should decide, and changes to it when it has no fault.
    ///
    /// @throws io.verigate.ledger.LedgerUnavailable when the store does not answer; nothing was changed then
    /// @throws Postponed when another rule set is examined now; nothing was changed then
    public synchronized void follow() {
        Optional<Rollout> rollout = releases.current();
        RuleSet next = byFolder ? nextOfFolder() : rollout.map(this::nextOfStore).orElse(active);
        if (next != active) {
            swap(next, trial);
        }
        Optional<Rollout.Candidate> tried = rollout.flatMap(Rollout::tried);
        if (tried.isEmpty()) {
            tell(state.refused(), null);
        }
        Trial beside = tried.map(this::beside).orElse(null);
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
            LOG.info("{} rules decide now, revision {}", next.rules().size(), next.revision());
        }
    }

    private RuleSet nextOfFolder() {
        Map<Path, String> now = folder.stamps();
        if (now.equals(seen)) {
            return active;
        }
        RuleSet next = active;
        try {
            next = folder.read().revision().equals(active.revision()) ? active : ofFolder();
            tell(null, state.refusedCandidate());
        } catch (InvalidRuleSetException faults) {
            refuse("", faults.all(), false);
        }
        seen = now;
        return next;
    }

    private RuleSet ofFolder() {
        RuleSetFiles files = folder.read();
        RuleSetValidator.Examined examined = examiner.ready(files, Limits.DEFAULT);
        try {
            releases.fromFolder(files, examined);
            folder.unread().forEach(fault -> LOG.warn("{}: {}", fault.file(), fault.message()));
            return examined.ruleSet();
        } catch (RuntimeException e) {
            examined.ruleSet().close();
            throw e;
        }
    }

    private RuleSet nextOfStore(Rollout rollout) {
        String revision = rollout.active();
        if (revision.equals(active.revision())) {
            tell(null, state.refusedCandidate());
            return active;
        }
        if (isRefused(state.refused(), revision)) {
            return active;
        }
        try {
            RuleSet next = ofStore(revision);
            tell(null, state.refusedCandidate());
            return next;
        } catch (InvalidRuleSetException faults) {
            refuse(revision, faults.all(), false);
            return active;
        }
    }

    private @Nullable Trial beside(Rollout.Candidate wanted) {
        String revision = wanted.revision();
        if (isRefused(state.refusedCandidate(), revision)) {
            return null;
        }
        if (trial != null && trial.candidate().revision().equals(revision)) {
            return trial.share() == wanted.share() ? trial : trial.with(wanted.share());
        }
        try {
            RuleSet candidate = examiner.ready(releases.files(revision), OF_A_CANDIDATE).ruleSet();
            tell(state.refused(), null);
            return new Trial(candidate, wanted.share(), new AtomicInteger());
        } catch (InvalidRuleSetException faults) {
            refuse(revision, faults.all(), true);
            return null;
        }
    }

    private RuleSet ofStore(String revision) {
        return examiner.ready(releases.files(revision), Limits.DEFAULT).ruleSet();
    }

    private void refuse(String revision, List<Diagnostic> faults, boolean candidate) {
        Refused refused = new Refused(revision, faults);
        LOG.error(
                "the rule set {} changes nothing, {} goes on: {}",
                revision.isEmpty() ? "of the folder" : revision,
                active.revision(),
                new InvalidRuleSetException(faults).getMessage());
        tell(candidate ? state.refused() : refused, candidate ? refused : state.refusedCandidate());
    }

    private void tell(@Nullable Refused refused, @Nullable Refused candidate) {
        state =
                new NodeState(
                        state.revision(), state.since(), state.candidate(), refused, candidate);
    }

    private static boolean isRefused(@Nullable Refused refused, String revision) {
        return refused != null && refused.revision().equals(revision);
    }
}
