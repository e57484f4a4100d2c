package io.verigate.ruleset.mariadb;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.verigate.ruleset.Rollout;
import io.verigate.ruleset.Rollout.Candidate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A rollout as a row.
@MappedEntity("ruleset_rollout")
record RolloutEntity(
        @Id long number,
        String active,
        @Nullable String candidate,
        int share,
        String changedBy,
        Instant changedAt) {
    static RolloutEntity of(Rollout rollout) {
        return new RolloutEntity(
                rollout.number(),
                rollout.active(),
                rollout.tried().map(Candidate::revision).orElse(null),
                rollout.tried().map(Candidate::share).orElse(0),
                rollout.by(),
                rollout.at());
    }

    Rollout rollout() {
        return new Rollout(
                number,
                active,
                candidate == null ? null : new Candidate(candidate, share),
                changedBy,
                changedAt);
    }
}
