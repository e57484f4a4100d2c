package io.verigate.api.rulesets;

import io.verigate.api.rulesets.RuleSetResponseBodies.Activation;
import io.verigate.api.rulesets.RuleSetResponseBodies.Candidate;
import io.verigate.api.rulesets.RuleSetResponseBodies.Refused;
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

/// Rule sets, and how this node stands, as callers get them. Thread-safe.
@Singleton
final class RuleSetResponses {
    /// How far back activations are looked for.
    private static final int FAR_BACK = 500;

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

    /// What decides on this node.
    RuleSetResponseBodies.Active active() {
        NodeState state = follower.state();
        String wanted = store.current().map(Rollout::active).orElse(state.revision());
        return rules.use(ruleSet ->
                new RuleSetResponseBodies.Active(
                        ruleSet.revision(),
                        wanted,
                        state.since(),
                        terms.byFolder() ? "folder" : "database",
                        Rollout.before(store.rollouts(null, FAR_BACK)).orElse(null),
                        refused(state.refused()),
                        candidate().orElse(null),
                        ruleSet.rules().stream().map(RuleSetResponses::rule).toList()));
    }

    /// What is tried, and how it goes on this node.
    Optional<Candidate> candidate() {
        return store.current().flatMap(Rollout::tried).map(this::candidate);
    }

    private Candidate candidate(Rollout.Candidate tried) {
        NodeState.RejectedRuleSet refused = follower.state().refusedCandidate();
        boolean suspended =
                rules.decide(deciding -> deciding.tried().filter(Trial::suspended).isPresent());
        return new Candidate(tried.revision(), percent(tried.share()), suspended, refused(refused));
    }

    /// A rollout.
    static RuleSetResponseBodies.Rollout told(Rollout rollout) {
        return new RuleSetResponseBodies.Rollout(
                rollout.number(),
                rollout.active(),
                rollout.tried().map(Rollout.Candidate::revision).orElse(null),
                rollout.tried().map(tried -> percent(tried.share())).orElse(null),
                rollout.by(),
                rollout.at());
    }

    /// Versions with when they decided.
    List<RuleSetResponseBodies.Version> told(List<RuleSetVersion> versions) {
        List<Rollout> rollouts = store.rollouts(null, FAR_BACK);
        return versions.stream().map(version -> told(version, null, rollouts)).toList();
    }

    /// A version, with its files when they are given.
    RuleSetResponseBodies.Version told(RuleSetVersion version, @Nullable RuleSetFiles files) {
        return told(version, files, store.rollouts(null, FAR_BACK));
    }

    private static RuleSetResponseBodies.Version told(
            RuleSetVersion version, @Nullable RuleSetFiles files, List<Rollout> rollouts) {
        String revision = version.revision();
        return new RuleSetResponseBodies.Version(
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

    static RuleSetResponseBodies.Examination examination(RuleSetVersion.Examination examination) {
        return new RuleSetResponseBodies.Examination(
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
                : new Refused(refused.revision(), RuleSetDrafts.told(refused.faults()));
    }

    private static RuleSetResponseBodies.Rule rule(RuleDefinition rule) {
        String policy = rule.file().replaceFirst("^rules/", "").replaceFirst("\\.drl$", "");
        return new RuleSetResponseBodies.Rule(
                rule.id(), rule.summary(), policy, rule.mode().wireName());
    }

    private static double percent(int share) {
        return share * 100.0 / Rollout.Candidate.WHOLE;
    }
}
