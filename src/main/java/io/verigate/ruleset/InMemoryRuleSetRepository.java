package io.verigate.ruleset;

import io.verigate.policy.RuleSetFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps versions of rule sets in memory, for rehearsals and tests. Thread-safe.
public final class InMemoryRuleSetRepository implements RuleSetRepository {
    private record StoredVersion(RuleSetVersion version, RuleSetFiles files) {}

    private final Map<String, StoredVersion> versions = new LinkedHashMap<>();
    private final List<Rollout> rollouts = new ArrayList<>();

    @Override
    public synchronized Optional<RuleSetFiles> find(String revision) {
        return Optional.ofNullable(versions.get(revision)).map(StoredVersion::files);
    }

    @Override
    public synchronized Optional<RuleSetVersion> version(String revision) {
        return Optional.ofNullable(versions.get(revision)).map(StoredVersion::version);
    }

    @Override
    public synchronized List<RuleSetVersion> history(@Nullable String before, int most) {
        List<RuleSetVersion> all = versions.values().stream().map(StoredVersion::version).toList();
        int end = all.size();
        if (before != null) {
            end = Math.max(List.copyOf(versions.keySet()).indexOf(before), 0);
        }
        return all.subList(0, end).reversed().stream().limit(most).toList();
    }

    @Override
    public synchronized boolean add(RuleSetVersion version, RuleSetFiles files) {
        StoredVersion before =
                versions.putIfAbsent(version.revision(), new StoredVersion(version, files));
        if (before != null && !before.files().equals(files)) {
            throw new RevisionCollision(version.revision());
        }
        return before == null;
    }

    @Override
    public synchronized Optional<Rollout> current() {
        return rollouts.stream().max(Comparator.comparing(Rollout::number));
    }

    @Override
    public synchronized List<Rollout> rollouts(@Nullable Long before, int most) {
        return rollouts.stream()
                .filter(rollout -> before == null || rollout.number() < before)
                .sorted(Comparator.comparing(Rollout::number).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public synchronized boolean advance(Rollout next) {
        if (rollouts.stream().anyMatch(rollout -> rollout.number() == next.number())) {
            return false;
        }
        return rollouts.add(next);
    }
}
