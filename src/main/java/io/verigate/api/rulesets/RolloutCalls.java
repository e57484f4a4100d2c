package io.verigate.api.rulesets;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.Caller;
import io.verigate.ruleset.ChangeResult;
import io.verigate.ruleset.Rollout.Candidate;
import io.verigate.ruleset.RuleSetService;
import io.verigate.ruleset.RuleSetVersion;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Changes the active rule set or the candidate and maps the results to responses. Thread-safe.
@Singleton
public final class RolloutCalls {
    private static final int MAX_LENGTH = 64;
    private static final int PERCENT = 100;

    private final RuleSetService ruleSets;
    private final RuleSetResponses responses;

    RolloutCalls(RuleSetService ruleSets, RuleSetResponses responses) {
        this.ruleSets = ruleSets;
        this.responses = responses;
    }

    /// Activates a published version if its author wants that and has the scope.
    public PreparedResponse begin(ApiCall call, RuleSetDrafts.Body body, RuleSetVersion version) {
        if (!body.activate()) {
            return waiting(version, "activation: `POST /v1/rulesets/{revision}/activate`");
        }
        if (!call.caller().scopes().contains(ApiScope.RULES_ACTIVATE)) {
            return waiting(version, "activation by a caller with the scope `rules:activate`");
        }
        ChangeResult activation =
                RuleSetDrafts.orProblem(() ->
                        ruleSets.activate(version.revision(), body.parent(), call.caller().name()));
        return published(HttpStatus.CREATED, version, activation);
    }

    /// Returns the response for a published version whose activation was attempted.
    ///
    /// @param good HTTP status if it is active
    public PreparedResponse published(
            HttpStatus good, RuleSetVersion version, ChangeResult activation) {
        return switch (activation) {
            case ChangeResult.Changed done -> published(good, version, true, null);
            case ChangeResult.Unchanged same -> published(good, version, true, null);
            case ChangeResult.ApprovalRequired another ->
                    waiting(version, "activation by another person");
            case ChangeResult.ManagedByFolder folder ->
                    waiting(
                            version,
                            "`verigate.rules.source: database`; the folder is in effect now");
            case ChangeResult.Conflict behind ->
                    throw RuleSetDrafts.changed(
                            behind,
                            "yours is stored as `%s` and is not active"
                                    .formatted(version.revision()));
            case ChangeResult.UnknownRevision unknown -> throw unknown(unknown.revision());
            case ChangeResult.NoCandidate nothing -> throw noCandidate();
        };
    }

    /// Returns the response for a version that is already active.
    public PreparedResponse decides(RuleSetVersion version) {
        return published(HttpStatus.OK, version, true, null);
    }

    /// Activates a version, or makes it the candidate.
    PreparedResponse activate(ApiCall call, String revision) {
        JsonFields fields = call.optionalFields();
        String replaces = fields.optionalText("replaces", MAX_LENGTH);
        boolean shadow = fields.flag("shadow").orElse(false);
        OptionalLong share = fields.number("share", 1, PERCENT);
        if (shadow && share.isPresent()) {
            fields.addError("share", "contradiction", "must not be combined with `shadow`");
        }
        fields.finish();
        String by = call.caller().name();
        return RuleSetDrafts.orProblem(() ->
                shadow || share.isPresent()
                        ? changed(
                                ruleSets.tryOut(
                                        Candidate.ofPercent(revision, (int) share.orElse(0)), by))
                        : changed(
                                ruleSets.activate(
                                        revision, replaces.isEmpty() ? null : replaces, by)));
    }

    /// Withdraws the candidate.
    PreparedResponse withdraw(HttpRequest<?> request) {
        return changed(ruleSets.withdraw(Caller.of(request).name()));
    }

    private static PreparedResponse changed(ChangeResult result) {
        return switch (result) {
            case ChangeResult.Changed(var rollout) ->
                    PreparedResponse.ok(RuleSetResponses.rollout(rollout));
            case ChangeResult.Unchanged(var rollout) ->
                    PreparedResponse.ok(RuleSetResponses.rollout(rollout));
            case ChangeResult.Conflict behind ->
                    throw RuleSetDrafts.changed(behind, RuleSetDrafts.NOTHING_CHANGED);
            case ChangeResult.UnknownRevision(var revision) -> throw unknown(revision);
            case ChangeResult.ApprovalRequired(var author) ->
                    throw ProblemException.of(
                            ProblemKind.SECOND_PERSON_NEEDED,
                            "`%s` is the author: another person must activate it; nothing was changed"
                                    .formatted(author));
            case ChangeResult.ManagedByFolder folder ->
                    throw ProblemException.of(
                            ProblemKind.RULES_OF_FOLDER,
                            "change the files in the folder, or set `verigate.rules.source: database`; nothing was"
                                    + " changed");
            case ChangeResult.NoCandidate nothing -> throw noCandidate();
        };
    }

    static ProblemException unknown(String revision) {
        return ProblemException.notFound("unknown revision: list revisions with GET /v1/rulesets");
    }

    static ProblemException noCandidate() {
        return ProblemException.notFound("there is no candidate");
    }

    private PreparedResponse waiting(RuleSetVersion version, String awaits) {
        return published(HttpStatus.ACCEPTED, version, false, awaits);
    }

    private PreparedResponse published(
            HttpStatus status, RuleSetVersion version, boolean active, @Nullable String awaits) {
        return new PreparedResponse(
                status.getCode(),
                new RuleSetBodies.Published(responses.version(version, null), active, awaits),
                "/v1/rulesets/" + version.revision(),
                null);
    }
}
