package io.verigate.ruleset.mariadb;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import io.verigate.ledger.mariadb.DuplicateKey;
import io.verigate.ledger.mariadb.MariaDbRepository;
import io.verigate.policy.RuleSetBundle;
import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.RevisionCollision;
import io.verigate.ruleset.Rollout;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Versions of rule sets in MariaDB, read as they are committed.
@MariaDbRepository
abstract class JdbcRuleSetRepository
        implements RuleSetRepository, GenericRepository<RuleSetVersionEntity, String> {
    private static final String SELECT =
            "SELECT revision, parent, author, message, created_at, validation FROM ruleset ";

    private final RolloutRepository rollouts;

    JdbcRuleSetRepository(RolloutRepository rollouts) {
        this.rollouts = rollouts;
    }

    /// The files of a version, as a ZIP.
    @Introspected
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bundle(byte[] files) {}

    @Query("SELECT files FROM ruleset WHERE revision = :revision")
    abstract Optional<Bundle> findFiles(String revision);

    @Query(SELECT + "WHERE revision = :revision")
    abstract Optional<RuleSetVersionEntity> findVersion(String revision);

    @Query(SELECT + "ORDER BY number DESC LIMIT :most")
    abstract List<RuleSetVersionEntity> findNewest(int most);

    @Query(
            SELECT
                    + "WHERE number < (SELECT number FROM ruleset WHERE revision = :before)"
                    + " ORDER BY number DESC LIMIT :most")
    abstract List<RuleSetVersionEntity> findBefore(String before, int most);

    @Query(
            """
            INSERT INTO ruleset (revision, parent, author, message, created_at, validation, files)
            VALUES (:revision, :parent, :author, :message, :createdAt, :validation, :files)\
            """)
    abstract void insert(
            String revision,
            @Nullable String parent,
            String author,
            String message,
            Instant createdAt,
            String validation,
            byte[] files);

    @Override
    public Optional<RuleSetFiles> find(String revision) {
        return findFiles(revision).map(bundle -> RuleSetBundle.read(bundle.files()));
    }

    @Override
    public Optional<RuleSetVersion> version(String revision) {
        return findVersion(revision).map(RuleSetVersionEntity::version);
    }

    @Override
    public List<RuleSetVersion> history(@Nullable String before, int most) {
        return (before == null ? findNewest(most) : findBefore(before, most))
                .stream().map(RuleSetVersionEntity::version).toList();
    }

    @Override
    public boolean add(RuleSetVersion version, RuleSetFiles files) {
        try {
            insert(
                    version.revision(),
                    version.parent(),
                    version.author(),
                    version.message(),
                    version.at(),
                    RuleSetVersionEntity.json(version.examination()),
                    RuleSetBundle.write(files));
            return true;
        } catch (DuplicateKey e) {
            if (!find(version.revision()).equals(Optional.of(files))) {
                throw new RevisionCollision(version.revision());
            }
            return false;
        }
    }

    @Override
    public Optional<Rollout> current() {
        return rollouts(null, 1).stream().findFirst();
    }

    @Override
    public List<Rollout> rollouts(@Nullable Long before, int most) {
        return rollouts.findBefore(before == null ? Long.MAX_VALUE : before, most).stream()
                .map(RolloutEntity::rollout)
                .toList();
    }

    @Override
    public boolean advance(Rollout next) {
        try {
            rollouts.save(RolloutEntity.of(next));
            return true;
        } catch (DuplicateKey e) {
            return false;
        }
    }
}
