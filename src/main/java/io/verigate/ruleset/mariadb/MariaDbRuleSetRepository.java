package io.verigate.ruleset.mariadb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.mariadb.Sql;
import io.verigate.policy.RuleSetBundle;
import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.RevisionCollision;
import io.verigate.ruleset.Rollout;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetVersion.Examination;
import io.verigate.ruleset.RuleSetVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Versions of rule sets in MariaDB, read as they are committed.
public final class MariaDbRuleSetRepository implements RuleSetRepository {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABOUT =
            "revision, parent, author, message, created_at, examination";

    private static final String ADD =
            "INSERT INTO ruleset (revision, parent, author, message, created_at, examination, files)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String ADVANCE =
            "INSERT INTO ruleset_rollout (number, active, candidate, share, changed_by, changed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private final DataSource database;

    public MariaDbRuleSetRepository(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<RuleSetFiles> find(String revision) {
        return Sql.query(
                        database,
                        "SELECT files FROM ruleset WHERE revision = ?",
                        List.of(revision),
                        rows -> RuleSetBundle.read(rows.getBytes("files")))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<RuleSetVersion> version(String revision) {
        return Sql.query(
                        database,
                        "SELECT " + ABOUT + " FROM ruleset WHERE revision = ?",
                        List.of(revision),
                        MariaDbRuleSetRepository::version)
                .stream()
                .findFirst();
    }

    @Override
    public List<RuleSetVersion> history(@Nullable String before, int most) {
        StringBuilder sql = new StringBuilder("SELECT " + ABOUT + " FROM ruleset");
        List<Object> values = new ArrayList<>();
        if (before != null) {
            sql.append(" WHERE number < (SELECT number FROM ruleset WHERE revision = ?)");
            values.add(before);
        }
        values.add(most);
        return Sql.query(
                database,
                sql.append(" ORDER BY number DESC LIMIT ?").toString(),
                values,
                MariaDbRuleSetRepository::version);
    }

    @Override
    public boolean add(RuleSetVersion version, RuleSetFiles files) {
        boolean added =
                isFirst(
                        ADD,
                        Arrays.asList(
                                version.revision(),
                                version.parent(),
                                version.author(),
                                version.message(),
                                version.at(),
                                json(version.examination()),
                                RuleSetBundle.write(files)));
        if (!added && !find(version.revision()).equals(Optional.of(files))) {
            throw new RevisionCollision(version.revision());
        }
        return added;
    }

    @Override
    public Optional<Rollout> current() {
        return rollouts(null, 1).stream().findFirst();
    }

    @Override
    public List<Rollout> rollouts(@Nullable Long before, int most) {
        return Sql.query(
                database,
                "SELECT * FROM ruleset_rollout WHERE number < ? ORDER BY number DESC LIMIT ?",
                List.of(before == null ? Long.MAX_VALUE : before, most),
                MariaDbRuleSetRepository::rollout);
    }

    @Override
    public boolean advance(Rollout next) {
        return isFirst(
                ADVANCE,
                Arrays.asList(
                        next.number(),
                        next.active(),
                        next.tried().map(Rollout.Candidate::revision).orElse(null),
                        next.tried().map(Rollout.Candidate::share).orElse(0),
                        next.by(),
                        next.at()));
    }

    /// Whether the row was added; false when another with its key was there before.
    private boolean isFirst(String sql, List<?> values) {
        try {
            Sql.update(database, sql, values);
            return true;
        } catch (LedgerUnavailable e) {
            if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
                return false;
            }
            throw e;
        }
    }

    private static RuleSetVersion version(ResultSet rows) throws SQLException {
        return new RuleSetVersion(
                rows.getString("revision"),
                rows.getString("parent"),
                rows.getString("author"),
                rows.getString("message"),
                Sql.time(rows, "created_at"),
                examination(rows.getString("examination")));
    }

    private static Rollout rollout(ResultSet rows) throws SQLException {
        String candidate = rows.getString("candidate");
        return new Rollout(
                rows.getLong("number"),
                rows.getString("active"),
                candidate == null ? null : new Rollout.Candidate(candidate, rows.getInt("share")),
                rows.getString("changed_by"),
                Sql.time(rows, "changed_at"));
    }

    private static String json(Examination examination) {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("rules", examination.rules())
                        .put("cases", examination.cases());
        examination.warnings().forEach(node.putArray("warnings")::add);
        return node.toString();
    }

    private static Examination examination(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            List<String> warnings = new ArrayList<>();
            node.path("warnings").forEach(warning -> warnings.add(warning.asText()));
            return new Examination(
                    node.path("rules").asInt(), node.path("cases").asInt(), warnings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept about a rule set is not JSON", e);
        }
    }
}
