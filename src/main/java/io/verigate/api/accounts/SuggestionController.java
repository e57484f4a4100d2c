package io.verigate.api.accounts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.assessment.PolicySignals;
import io.verigate.rules.runtime.ActiveRuleSet;
import java.util.List;

/// Suggests corrections of a mistyped address (S22). Looks up no account, so that response and timing are the same
/// whether or not one exists.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Verifications")
final class SuggestionController {
    private final ActiveRuleSet rules;

    SuggestionController(ActiveRuleSet rules) {
        this.rules = rules;
    }

    @Post("/suggestions")
    @RequiresScope(ApiScope.VERIFICATIONS_WRITE)
    @Operation(
            summary = "Suggest corrections of an email address",
            description =
                    "Suggests well-known domains one typo away, and the same name under other top-level"
                            + " domains, from the lists of the rule set. Looks up no account, so that it cannot be used"
                            + " to find out which accounts exist.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Typed.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Suggested domains, likeliest first; empty if there are none",
            content = @Content(schema = @Schema(implementation = SuggestionResponse.class)))
    HttpResponse<?> suggest(HttpRequest<byte[]> request) {
        JsonFields fields = ApiCall.of(request).fields();
        String typed = fields.text("typed", InteractionReader.MAX_ADDRESS_LENGTH);
        fields.finish();
        List<String> domains =
                rules.use(ruleSet ->
                        PolicySignals.familiar(ruleSet.policies())
                                .meant(typed.substring(typed.lastIndexOf('@') + 1)));
        return PreparedResponse.okHttp(new SuggestionResponse(domains));
    }
}
