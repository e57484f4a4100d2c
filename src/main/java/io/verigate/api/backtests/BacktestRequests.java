package io.verigate.api.backtests;

import io.verigate.analysis.backtest.AnalysisRun;
import io.verigate.analysis.backtest.BacktestRequest;
import io.verigate.analysis.replay.Period;
import io.verigate.analysis.replay.Revisions;
import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.TextParser;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
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

/// Reads what a caller wants gone through.
@Singleton
public final class BacktestRequests {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final int MAX_BUNDLE_LENGTH = JsonBody.MAX_FILES_SIZE;

    private final Revisions revisions;
    private final DecisionLog journal;
    private final InstantSource clock;

    public BacktestRequests(Revisions revisions, DecisionLog journal, InstantSource clock) {
        this.revisions = revisions;
        this.journal = journal;
        this.clock = clock;
    }

    /// @throws ProblemException with all faults, or when what is named is not there
    BacktestRequest read(JsonFields fields) {
        boolean replay =
                fields.wordOr("kind", AnalysisRun.Kind.class).orElse(AnalysisRun.Kind.BACKTEST)
                        == AnalysisRun.Kind.REPLAY;
        Instant now = clock.instant();
        Instant to = time(fields, "to").orElse(now);
        Instant from = time(fields, "from").orElse(to.minus(USUAL));
        if (to.isBefore(from)) {
            fields.fault("to", "out-of-range", "this is before `from`");
        }
        return replay ? replay(fields, from, to) : candidate(fields, from, to);
    }

    private BacktestRequest replay(JsonFields fields, Instant from, Instant to) {
        Optional<String> one =
                Optional.of(fields.textOr("decision", TextParser.MAX_LENGTH))
                        .filter(id -> !id.isEmpty());
        fields.end();
        return one.<BacktestRequest>map(
                        id -> {
                            Instant at =
                                    journal.find(id)
                                            .map(JournalEntry::decision)
                                            .map(Decision::at)
                                            .orElseThrow(() ->
                                                    missing(
                                                            "there is no decision `%s`"
                                                                    .formatted(id)));
                            return new BacktestRequest.Prove(
                                    new Period(at, at.plusNanos(1_000)), Optional.of(id));
                        })
                .orElseGet(() -> new BacktestRequest.Prove(new Period(from, to), Optional.empty()));
    }

    private BacktestRequest candidate(JsonFields fields, Instant from, Instant to) {
        String revision = fields.textOr("revision", TextParser.MAX_LENGTH);
        String bundle = fields.textOr("bundle", MAX_BUNDLE_LENGTH);
        if (revision.isEmpty() == bundle.isEmpty()) {
            fields.fault(
                    "revision",
                    "missing",
                    "give either the `revision` of a stored rule set, or a `bundle`");
        }
        fields.end();
        RuleSetFiles files =
                bundle.isEmpty()
                        ? revisions
                                .find(revision)
                                .orElseThrow(() ->
                                        missing("there is no rule set `%s`".formatted(revision)))
                        : unpack(fields, bundle);
        return new BacktestRequest.TryCandidate(files, new Period(from, to));
    }

    private static RuleSetFiles unpack(JsonFields fields, String bundle) {
        try {
            return RuleSetBundle.read(Base64.getDecoder().decode(bundle));
        } catch (IllegalArgumentException e) {
            throw badBundle(fields, "this has to be a ZIP of rules/ and policies/, in Base64", e);
        } catch (InvalidRuleSetException faults) {
            throw badBundle(fields, faults.all().getFirst().message(), faults);
        }
    }

    private static RuntimeException badBundle(JsonFields fields, String reason, Exception cause) {
        fields.fault("bundle", "bad-bundle", reason);
        fields.faults().check();
        return new IllegalStateException("a fault was added and not told", cause);
    }

    private static Optional<Instant> time(JsonFields fields, String name) {
        return fields.<Instant>parsedOr(
                name, TextParser.MAX_LENGTH, "bad-time", TextParser::keptTime);
    }

    private static ProblemException missing(String what) {
        return ProblemException.of(ProblemKind.NOT_FOUND, what);
    }
}
