package io.verigate.api.rulesets;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.IdempotentExecutor;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.RuleSetRepository;
import io.verigate.ruleset.RuleSetService;
import io.verigate.ruleset.RuleSetService.Draft;
import io.verigate.ruleset.RuleSetService.PublishResult;
import io.verigate.ruleset.RuleSetVersion;
import java.util.List;
import java.util.Optional;

/// Versions of rule sets: read, compared, checked, published.
@Controller("/v1/rulesets")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Rule sets")
final class RuleSetController {
    private final RuleSetRepository store;
    private final RuleSetService publishing;
    private final RuleSetResponses telling;
    private final RolloutCalls rollouts;
    private final IdempotentExecutor executor;

    RuleSetController(
            RuleSetRepository store,
            RuleSetService publishing,
            RuleSetResponses telling,
            RolloutCalls rollouts,
            IdempotentExecutor executor) {
        this.store = store;
        this.publishing = publishing;
        this.telling = telling;
        this.rollouts = rollouts;
        this.executor = executor;
    }

    /// All kept versions, newest first.
    @Get
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(summary = "List versions of the rule set", description = "Newest first.")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "From 1 to 500; 50 unless told",
            schema = @Schema(type = "integer"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": … }`",
            content = @Content(schema = @Schema(implementation = ListSchemas.RuleSets.class)))
    HttpResponse<?> history(@Parameter(hidden = true) HttpParameters parameters) {
        QueryParameters query = QueryParameters.of(parameters);
        int limit = query.limit();
        Optional<String> before = query.after();
        query.end();
        List<RuleSetVersion> found = store.history(before.orElse(null), limit + 1);
        List<RuleSetResponseBodies.Version> told = telling.told(found);
        return PreparedResponse.ok(
                        ListPage.page(
                                told,
                                limit,
                                RuleSetResponseBodies.Version::revision,
                                version -> version))
                .http();
    }

    /// The rules that decide now.
    @Get("/active")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(
            summary = "Read the active rule set",
            description =
                    "As it stands on the node that answers: what decides, what should and has faults, what is tried.")
    @ApiResponse(
            responseCode = "200",
            description = "Its revision and its rules",
            content =
                    @Content(schema = @Schema(implementation = RuleSetResponseBodies.Active.class)))
    HttpResponse<?> active() {
        return PreparedResponse.ok(telling.active()).http();
    }

    /// One version with its files.
    @Get("/{revision}")
    @RequiresScope(ApiScope.RULES_READ)
    @Operation(summary = "Read one version with its files")
    @ApiResponse(
            responseCode = "200",
            description = "The version",
            content =
                    @Content(
                            schema = @Schema(implementation = RuleSetResponseBodies.Version.class)))
    HttpResponse<?> find(String revision) {
        RuleSetVersion version =
                store.version(revision).orElseThrow(() -> RolloutCalls.unknown(revision));
        return PreparedResponse.ok(telling.told(version, store.find(revision).orElseThrow()))
                .http();
    }

    /// Checks a draft and keeps nothing.
    @Post("/validate")
    @RequiresScope(ApiScope.RULES_WRITE)
    @Operation(
            summary = "Check a rule set",
            description = "Everything that publishing checks, its cases included. Nothing is kept.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.RuleSetDraft
                                                                            .class))))
    @ApiResponse(
            responseCode = "200",
            description = "It has no fault",
            content =
                    @Content(schema = @Schema(implementation = RuleSetResponseBodies.Valid.class)))
    HttpResponse<?> validate(HttpRequest<byte[]> request) {
        RuleSetFiles files = RuleSetDrafts.files(ApiCall.of(request));
        return RuleSetDrafts.telling(() ->
                PreparedResponse.ok(
                                new RuleSetResponseBodies.Valid(
                                        files.revision(),
                                        RuleSetResponses.examination(publishing.validate(files))))
                        .http());
    }

    /// Publishes a draft, and makes it the one that decides when the caller may.
    @Post
    @RequiresScope(ApiScope.RULES_WRITE)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key and request: the same answer for 24 hours, one effect",
            schema = @Schema(types = "string", maxLength = 128))
    @Operation(
            summary = "Publish a rule set",
            description =
                    "Checked, fenced and tested first; then kept with its author, and made the one that decides unless"
                            + " `activate` is false. 202 when somebody else has to activate it.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas
                                                                            .RuleSetPublication
                                                                            .class))))
    @ApiResponse(
            responseCode = "201",
            description = "It is kept, and decides on every node within 5 seconds",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    RuleSetResponseBodies.Published.class)))
    @ApiResponse(
            responseCode = "202",
            description = "It is kept, and waits for what `awaits` says",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            implementation =
                                                    RuleSetResponseBodies.Published.class)))
    HttpResponse<?> publish(HttpRequest<byte[]> request) {
        ApiCall call = ApiCall.of(request);
        RuleSetDrafts.Body body = RuleSetDrafts.draft(call);
        Draft draft = new Draft(body.files(), body.parent(), call.caller().name(), body.message());
        return executor.executeOutsideLedger(call, () -> published(call, body, draft));
    }

    private PreparedResponse published(ApiCall call, RuleSetDrafts.Body body, Draft draft) {
        return switch (RuleSetDrafts.telling(() -> publishing.publish(draft))) {
            case PublishResult.Outdated(var behind) ->
                    throw RuleSetDrafts.changed(behind, RuleSetDrafts.NOTHING_CHANGED);
            case PublishResult.Stored(var version) -> rollouts.begin(call, body, version);
        };
    }
}
