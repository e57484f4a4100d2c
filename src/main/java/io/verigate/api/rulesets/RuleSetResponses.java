package io.verigate.api.rulesets;

import io.verigate.api.rulesets.RuleSetBodies.Activation;
import io.verigate.api.rulesets.RuleSetBodies.Candidate;
import io.verigate.api.rulesets.RuleSetBodies.Refused;
import io.verigate.policy.RuleSetFiles;
import io.verigate.rules.check.RuleDefinition;
import io.verigate.rules.runtime.ActiveRuleSet;
import io.verigate.rules.runtime.ActiveRuleSet.Trial;
import io.verigate.ruleset.NodeState;
import io.verigate.ruleset.Rollout;
import io.verigate.ruleset.RuleSetFollower;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetService;
import io.verigate.ruleset.RuleSetVersion;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Maps rule sets and the state of this node to responses. Thread-safe.
@Singleton
final class RuleSetResponses {
    /// Number of rollouts searched for activations.
    private static final int MAX_ROLLOUTS = 500;

    private final RuleSetRepository store;
    private final RuleSetFollower follower;
    private final ActiveRuleSet rules;
    private final RuleSetService.ActivationPolicy terms;

    RuleSetResponses(
            RuleSetRepository store,
            RuleSetFollower follower,
            ActiveRuleSet rules,
            RuleSetService.ActivationPolicy terms) {
        this.store = store;
        this.follower = follower;
        this.rules = rules;
        this.terms = terms;
    }

    /// Returns the active rule set of this node.
    RuleSetBodies.Active active() {
        NodeState state = follower.state();
        String wanted = store.current().map(Rollout::active).orElse(state.revision());
        return rules.use(ruleSet ->
                new RuleSetBodies.Active(
                        ruleSet.revision(),
                        wanted,
                        state.since(),
                        terms.byFolder() ? "folder" : "database",
                        Rollout.before(store.rollouts(null, MAX_ROLLOUTS)).orElse(null),
                        refused(state.refused()),
                        candidate().orElse(null),
                        ruleSet.rules().stream().map(RuleSetResponses::rule).toList()));
    }

    /// Returns the candidate and its state on this node.
    Optional<Candidate> candidate() {
        return store.current().flatMap(Rollout::tried).map(this::candidate);
    }

    private Candidate candidate(Rollout.Candidate candidate) {
        NodeState.RejectedRuleSet refused = follower.state().refusedCandidate();
        boolean suspended =
                rules.decide(deciding -> deciding.tried().filter(Trial::suspended).isPresent());
        return new Candidate(
                candidate.revision(), percent(candidate.share()), suspended, refused(refused));
    }

    /// Maps a rollout.
    static RuleSetBodies.Rollout rollout(Rollout rollout) {
        return new RuleSetBodies.Rollout(
                rollout.number(),
                rollout.active(),
                rollout.tried().map(Rollout.Candidate::revision).orElse(null),
                rollout.tried().map(candidate -> percent(candidate.share())).orElse(null),
                rollout.by(),
                rollout.at());
    }

    /// Maps versions with their activations.
    List<RuleSetBodies.Version> versions(List<RuleSetVersion> versions) {
        List<Rollout> rollouts = store.rollouts(null, MAX_ROLLOUTS);
        return versions.stream().map(version -> version(version, null, rollouts)).toList();
    }

    /// Maps a version, with its files if given.
    RuleSetBodies.Version version(RuleSetVersion version, @Nullable RuleSetFiles files) {
        return version(version, files, store.rollouts(null, MAX_ROLLOUTS));
    }

    private static RuleSetBodies.Version version(
            RuleSetVersion version, @Nullable RuleSetFiles files, List<Rollout> rollouts) {
        String revision = version.revision();
        return new RuleSetBodies.Version(
                revision,
                version.parent(),
                version.author(),
                version.message(),
                version.at(),
                examination(version.examination()),
                !rollouts.isEmpty() && rollouts.getFirst().active().equals(revision),
                activations(revision, rollouts),
                files == null ? null : files.all());
    }

    static RuleSetBodies.Examination examination(RuleSetVersion.Examination examination) {
        return new RuleSetBodies.Examination(
                examination.rules(), examination.cases(), examination.warnings());
    }

    private static List<Activation> activations(String revision, List<Rollout> rollouts) {
        List<Activation> activations = new ArrayList<>();
        for (int i = 0; i < rollouts.size(); i++) {
            boolean was = i + 1 < rollouts.size() && rollouts.get(i + 1).active().equals(revision);
            if (rollouts.get(i).active().equals(revision) && !was) {
                activations.add(new Activation(rollouts.get(i).by(), rollouts.get(i).at()));
            }
        }
        return activations;
    }

    private static @Nullable Refused refused(NodeState.@Nullable RejectedRuleSet refused) {
        return refused == null
                ? null
                : new Refused(refused.revision(), RuleSetDrafts.errors(refused.faults()));
    }

    private static RuleSetBodies.Rule rule(RuleDefinition rule) {
        String policy = rule.file().replaceFirst("^rules/", "").replaceFirst("\\.drl$", "");
        return new RuleSetBodies.Rule(rule.id(), rule.summary(), policy, rule.mode().wireName());
    }

    private static double percent(int share) {
        return share * 100.0 / Rollout.Candidate.WHOLE;
    }
}
