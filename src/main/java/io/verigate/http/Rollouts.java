package io.verigate.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.verigate.access.Access;
import io.verigate.http.body.Fields;
import io.verigate.http.gate.Caller;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.Json;
import io.verigate.http.wire.RuleSetAnswers;
import io.verigate.ruleset.Outcome;
import io.verigate.ruleset.Publishing;
import io.verigate.ruleset.Rollout.Candidate;
import io.verigate.ruleset.Version;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Calls that change what decides or what is tried. Thread-safe.
@Singleton
final class Rollouts {
    private static final int LONGEST = 64;
    private static final int PERCENT = 100;

    private final Publishing publishing;
    private final RuleSetTelling telling;

    Rollouts(Publishing publishing, RuleSetTelling telling) {
        this.publishing = publishing;
        this.telling = telling;
    }

    /// Lets a published version decide, when the caller wants that and may.
    Reply begin(Call call, RuleSetDrafts.Body body, Version version) {
        if (!body.activate()) {
            return kept(version, "activation: `POST /v1/rulesets/{revision}/activate`");
        }
        if (!call.caller().scopes().contains(Access.RULES_ACTIVATE)) {
            return kept(version, "activation by somebody with the scope `rules:activate`");
        }
        return begin(version, body.parent(), call.caller().name(), HttpStatus.CREATED);
    }

    /// Lets a published version decide, whatever else its author may.
    ///
    /// @param replaces what decides now
    /// @param good the status when it does
    Reply begin(Version version, String replaces, String by, HttpStatus good) {
        Outcome outcome =
                RuleSetDrafts.telling(() -> publishing.activate(version.revision(), replaces, by));
        return switch (outcome) {
            case Outcome.Done done -> published(good, version, true, null);
            case Outcome.Same same -> published(good, version, true, null);
            case Outcome.NeedsAnother another -> kept(version, "activation by another person");
            case Outcome.OfTheFolder folder ->
                    kept(version, "`verigate.rules.source: database`; the folder decides now");
            case Outcome.Behind behind ->
                    throw RuleSetDrafts.changed(
                            behind,
                            "yours is kept as `%s` and does not decide"
                                    .formatted(version.revision()));
            case Outcome.Unknown unknown -> throw unknown(unknown.revision());
            case Outcome.NothingTried nothing -> throw nothingTried();
        };
    }

    /// Tells that a version decides already.
    Reply decides(Version version) {
        return published(HttpStatus.OK, version, true, null);
    }

    /// Makes a version decide, or tries it.
    Reply activate(Call call, String revision) {
        Fields fields = call.fieldsOrNone();
        String replaces = fields.textOr("replaces", LONGEST);
        boolean shadow = fields.flag("shadow").orElse(false);
        OptionalLong share = fields.number("share", 1, PERCENT);
        if (shadow && share.isPresent()) {
            fields.fault("share", "contradiction", "a shadow decides for nobody: leave one out");
        }
        fields.end();
        String by = call.caller().name();
        return RuleSetDrafts.telling(() ->
                shadow || share.isPresent()
                        ? changed(
                                publishing.tryOut(
                                        new Candidate(
                                                revision,
                                                (int) share.orElse(0) * Candidate.WHOLE / PERCENT),
                                        by))
                        : changed(
                                publishing.activate(
                                        revision, replaces.isEmpty() ? null : replaces, by)));
    }

    /// Ends a trial.
    Reply withdraw(HttpRequest<?> request) {
        return changed(publishing.withdraw(Caller.of(request).name()));
    }

    private static Reply changed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var rollout) -> Reply.ok(RuleSetTelling.told(rollout));
            case Outcome.Same(var rollout) -> Reply.ok(RuleSetTelling.told(rollout));
            case Outcome.Behind behind ->
                    throw RuleSetDrafts.changed(behind, RuleSetDrafts.NOTHING_CHANGED);
            case Outcome.Unknown(var revision) -> throw unknown(revision);
            case Outcome.NeedsAnother(var author) ->
                    throw ProblemException.of(
                            ProblemKind.SECOND_PERSON_NEEDED,
                            "`%s` wrote it: another person has to activate it; nothing was changed"
                                    .formatted(author));
            case Outcome.OfTheFolder folder ->
                    throw ProblemException.of(
                            ProblemKind.RULES_OF_FOLDER,
                            "change the files there, or set `verigate.rules.source: database`; nothing was changed");
            case Outcome.NothingTried nothing -> throw nothingTried();
        };
    }

    static ProblemException unknown(String revision) {
        return ProblemException.of(
                ProblemKind.NOT_FOUND,
                "no rule set is kept with this revision: list them with GET /v1/rulesets");
    }

    static ProblemException nothingTried() {
        return ProblemException.of(ProblemKind.NOT_FOUND, "nothing is tried now");
    }

    private Reply kept(Version version, String awaits) {
        return published(HttpStatus.ACCEPTED, version, false, awaits);
    }

    private Reply published(
            HttpStatus status, Version version, boolean active, @Nullable String awaits) {
        return new Reply(
                status.getCode(),
                Json.text(
                        new RuleSetAnswers.Published(telling.told(version, null), active, awaits)),
                "/v1/rulesets/" + version.revision(),
                null);
    }
}
