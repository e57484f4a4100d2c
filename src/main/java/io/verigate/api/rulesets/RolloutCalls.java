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

/// Calls that change the active rule set or the candidate, and their answers. Thread-safe.
@Singleton
public final class RolloutCalls {
    private static final int MAX_LENGTH = 64;
    private static final int PERCENT = 100;

    private final RuleSetService publishing;
    private final RuleSetResponses telling;

    RolloutCalls(RuleSetService publishing, RuleSetResponses telling) {
        this.publishing = publishing;
        this.telling = telling;
    }

    /// Activates a published version when its author wants that and may.
    public PreparedResponse begin(ApiCall call, RuleSetDrafts.Body body, RuleSetVersion version) {
        if (!body.activate()) {
            return kept(version, "activation: `POST /v1/rulesets/{revision}/activate`");
        }
        if (!call.caller().scopes().contains(ApiScope.RULES_ACTIVATE)) {
            return kept(version, "activation by somebody with the scope `rules:activate`");
        }
        ChangeResult activation =
                RuleSetDrafts.telling(() ->
                        publishing.activate(
                                version.revision(), body.parent(), call.caller().name()));
        return published(HttpStatus.CREATED, version, activation);
    }

    /// The answer to a published version that was to be activated.
    ///
    /// @param good the status when it decides
    public PreparedResponse published(
            HttpStatus good, RuleSetVersion version, ChangeResult activation) {
        return switch (activation) {
            case ChangeResult.Changed done -> published(good, version, true, null);
            case ChangeResult.Unchanged same -> published(good, version, true, null);
            case ChangeResult.ApprovalRequired another ->
                    kept(version, "activation by another person");
            case ChangeResult.ManagedByFolder folder ->
                    kept(version, "`verigate.rules.source: database`; the folder decides now");
            case ChangeResult.Conflict behind ->
                    throw RuleSetDrafts.changed(
                            behind,
                            "yours is kept as `%s` and does not decide"
                                    .formatted(version.revision()));
            case ChangeResult.UnknownRevision unknown -> throw unknown(unknown.revision());
            case ChangeResult.NoCandidate nothing -> throw nothingTried();
        };
    }

    /// The answer when a version decides already.
    public PreparedResponse decides(RuleSetVersion version) {
        return published(HttpStatus.OK, version, true, null);
    }

    /// Activates a version, or makes it the candidate.
    PreparedResponse activate(ApiCall call, String revision) {
        JsonFields fields = call.fieldsOrNone();
        String replaces = fields.textOr("replaces", MAX_LENGTH);
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
                                        Candidate.ofPercent(revision, (int) share.orElse(0)), by))
                        : changed(
                                publishing.activate(
                                        revision, replaces.isEmpty() ? null : replaces, by)));
    }

    /// Withdraws the candidate.
    PreparedResponse withdraw(HttpRequest<?> request) {
        return changed(publishing.withdraw(Caller.of(request).name()));
    }

    private static PreparedResponse changed(ChangeResult outcome) {
        return switch (outcome) {
            case ChangeResult.Changed(var rollout) ->
                    PreparedResponse.ok(RuleSetResponses.told(rollout));
            case ChangeResult.Unchanged(var rollout) ->
                    PreparedResponse.ok(RuleSetResponses.told(rollout));
            case ChangeResult.Conflict behind ->
                    throw RuleSetDrafts.changed(behind, RuleSetDrafts.NOTHING_CHANGED);
            case ChangeResult.UnknownRevision(var revision) -> throw unknown(revision);
            case ChangeResult.ApprovalRequired(var author) ->
                    throw ProblemException.of(
                            ProblemKind.SECOND_PERSON_NEEDED,
                            "`%s` wrote it: another person has to activate it; nothing was changed"
                                    .formatted(author));
            case ChangeResult.ManagedByFolder folder ->
                    throw ProblemException.of(
                            ProblemKind.RULES_OF_FOLDER,
                            "change the files there, or set `verigate.rules.source: database`; nothing was changed");
            case ChangeResult.NoCandidate nothing -> throw nothingTried();
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

    private PreparedResponse kept(RuleSetVersion version, String awaits) {
        return published(HttpStatus.ACCEPTED, version, false, awaits);
    }

    private PreparedResponse published(
            HttpStatus status, RuleSetVersion version, boolean active, @Nullable String awaits) {
        return new PreparedResponse(
                status.getCode(),
                new RuleSetResponseBodies.Published(telling.told(version, null), active, awaits),
                "/v1/rulesets/" + version.revision(),
                null);
    }
}
