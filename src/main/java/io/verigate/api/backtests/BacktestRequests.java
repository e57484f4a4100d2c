package io.verigate.api.backtests;

import io.verigate.analysis.backtest.AnalysisRun;
import io.verigate.analysis.backtest.BacktestRequest;
import io.verigate.analysis.replay.Period;
import io.verigate.analysis.replay.Revisions;
import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.TextParser;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.decision.Decision;
import io.verigate.journal.DecisionLog;
import io.verigate.journal.JournalEntry;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetBundle;
import io.verigate.policy.RuleSetFiles;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/// Reads backtest requests. Thread-safe.
@Singleton
public final class BacktestRequests {
    private static final Duration DEFAULT_PERIOD = Duration.ofDays(7);
    private static final int MAX_BUNDLE_LENGTH = JsonBody.MAX_FILES_SIZE;

    private final Revisions revisions;
    private final DecisionLog journal;
    private final InstantSource clock;

    public BacktestRequests(Revisions revisions, DecisionLog journal, InstantSource clock) {
        this.revisions = revisions;
        this.journal = journal;
        this.clock = clock;
    }

    /// @throws ProblemException with all errors, or if a referenced revision or decision is unknown
    BacktestRequest read(JsonFields fields) {
        boolean replay =
                fields.optionalEnumValue("kind", AnalysisRun.Kind.class)
                                .orElse(AnalysisRun.Kind.BACKTEST)
                        == AnalysisRun.Kind.REPLAY;
        Instant now = clock.instant();
        Instant to = time(fields, "to").orElse(now);
        Instant from = time(fields, "from").orElse(to.minus(DEFAULT_PERIOD));
        if (to.isBefore(from)) {
            fields.addError("to", "out-of-range", "must not be before `from`");
        }
        return replay ? replay(fields, from, to) : candidate(fields, from, to);
    }

    private BacktestRequest replay(JsonFields fields, Instant from, Instant to) {
        Optional<String> decision =
                Optional.of(fields.optionalText("decision", TextParser.MAX_LENGTH))
                        .filter(id -> !id.isEmpty());
        fields.finish();
        return decision.<BacktestRequest>map(
                        id -> {
                            Instant at =
                                    journal.find(id)
                                            .map(JournalEntry::decision)
                                            .map(Decision::at)
                                            .orElseThrow(() ->
                                                    ProblemException.notFound(
                                                            "unknown decision `%s`".formatted(id)));
                            return new BacktestRequest.Prove(
                                    new Period(at, at.plusNanos(1_000)), Optional.of(id));
                        })
                .orElseGet(() -> new BacktestRequest.Prove(new Period(from, to), Optional.empty()));
    }

    private BacktestRequest candidate(JsonFields fields, Instant from, Instant to) {
        String revision = fields.optionalText("revision", TextParser.MAX_LENGTH);
        String bundle = fields.optionalText("bundle", MAX_BUNDLE_LENGTH);
        if (revision.isEmpty() == bundle.isEmpty()) {
            fields.addError("revision", "missing", "either `revision` or `bundle` is required");
        }
        fields.finish();
        RuleSetFiles files =
                bundle.isEmpty()
                        ? revisions
                                .find(revision)
                                .orElseThrow(() ->
                                        ProblemException.notFound(
                                                "unknown rule set `%s`".formatted(revision)))
                        : unpack(fields, bundle);
        return new BacktestRequest.TryCandidate(files, new Period(from, to));
    }

    private static RuleSetFiles unpack(JsonFields fields, String bundle) {
        try {
            return RuleSetBundle.read(Base64.getDecoder().decode(bundle));
        } catch (IllegalArgumentException e) {
            throw invalidBundle(fields, "must be a ZIP of rules/ and policies/, in Base64", e);
        } catch (InvalidRuleSetException e) {
            throw invalidBundle(fields, e.all().getFirst().message(), e);
        }
    }

    private static RuntimeException invalidBundle(
            JsonFields fields, String reason, Exception cause) {
        fields.addError("bundle", "bad-bundle", reason);
        fields.errors().check();
        return new IllegalStateException("an error was added but not thrown", cause);
    }

    private static Optional<Instant> time(JsonFields fields, String name) {
        return fields.<Instant>optionalParsed(
                name, TextParser.MAX_LENGTH, "bad-time", TextParser::storableTime);
    }
}
