package io.verigate.http;

import io.verigate.backtest.Order;
import io.verigate.backtest.Period;
import io.verigate.backtest.Revisions;
import io.verigate.backtest.Run;
import io.verigate.decision.Decision;
import io.verigate.http.body.Fields;
import io.verigate.http.body.JsonBody;
import io.verigate.http.body.Texts;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.journal.Journal;
import io.verigate.journal.JournalEntry;
import io.verigate.policy.Faults;
import io.verigate.policy.RuleSetBundle;
import io.verigate.policy.RuleSetFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/// Reads what a caller wants gone through.
public final class BacktestOrders {
    private static final Duration USUAL = Duration.ofDays(7);
    private static final int LONGEST_BUNDLE = JsonBody.LONGEST_OF_FILES;

    private final Revisions revisions;
    private final Journal journal;
    private final InstantSource clock;

    public BacktestOrders(Revisions revisions, Journal journal, InstantSource clock) {
        this.revisions = revisions;
        this.journal = journal;
        this.clock = clock;
    }

    /// @throws ProblemException with all faults, or when what is named is not there
    Order read(Fields fields) {
        boolean replay =
                fields.wordOr("kind", Run.Kind.class).orElse(Run.Kind.BACKTEST) == Run.Kind.REPLAY;
        Instant now = clock.instant();
        Instant to = time(fields, "to").orElse(now);
        Instant from = time(fields, "from").orElse(to.minus(USUAL));
        if (to.isBefore(from)) {
            fields.fault("to", "out-of-range", "this is before `from`");
        }
        return replay ? replay(fields, from, to) : candidate(fields, from, to);
    }

    private Order replay(Fields fields, Instant from, Instant to) {
        Optional<String> one =
                Optional.of(fields.textOr("decision", Texts.LONGEST)).filter(id -> !id.isEmpty());
        fields.end();
        return one.<Order>map(
                        id -> {
                            Instant at =
                                    journal.find(id)
                                            .map(JournalEntry::decision)
                                            .map(Decision::at)
                                            .orElseThrow(() ->
                                                    missing(
                                                            "there is no decision `%s`"
                                                                    .formatted(id)));
                            return new Order.Prove(
                                    new Period(at, at.plusNanos(1_000)), Optional.of(id));
                        })
                .orElseGet(() -> new Order.Prove(new Period(from, to), Optional.empty()));
    }

    private Order candidate(Fields fields, Instant from, Instant to) {
        String revision = fields.textOr("revision", Texts.LONGEST);
        String bundle = fields.textOr("bundle", LONGEST_BUNDLE);
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
        return new Order.TryCandidate(files, new Period(from, to));
    }

    private static RuleSetFiles unpack(Fields fields, String bundle) {
        try {
            return RuleSetBundle.read(Base64.getDecoder().decode(bundle));
        } catch (IllegalArgumentException e) {
            throw badBundle(fields, "this has to be a ZIP of rules/ and policies/, in Base64", e);
        } catch (Faults faults) {
            throw badBundle(fields, faults.all().getFirst().message(), faults);
        }
    }

    private static RuntimeException badBundle(Fields fields, String reason, Exception cause) {
        fields.fault("bundle", "bad-bundle", reason);
        fields.faults().check();
        return new IllegalStateException("a fault was added and not told", cause);
    }

    private static Optional<Instant> time(Fields fields, String name) {
        return fields.<Instant>parsedOr(name, Texts.LONGEST, "bad-time", Texts::keptTime);
    }

    private static ProblemException missing(String what) {
        return ProblemException.of(ProblemKind.NOT_FOUND, what);
    }
}
