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

/// What a person may have meant who does not recognise a hint (S22). No account is asked for, so that the answer and its
/// time are the same whether or not one exists.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Verifications")
final class SuggestionController {
    private final ActiveRuleSet rules;

    SuggestionController(ActiveRuleSet rules) {
        this.rules = rules;
    }

    /// Suggests domains from the typed text alone.
    @Post("/suggestions")
    @RequiresScope(ApiScope.VERIFICATIONS_WRITE)
    @Operation(
            summary = "Suggest what an e-mail address may have been meant to be",
            description =
                    "From the typed text alone: well-known domains that are a slip away, and other endings of the same"
                            + " name, by the lists of the rules. Nothing is looked up, so that nobody learns who exists.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.Typed.class))))
    @ApiResponse(
            responseCode = "200",
            description = "Domains that may be meant, likeliest first; none when none is near",
            content = @Content(schema = @Schema(implementation = SuggestionResponse.class)))
    HttpResponse<?> suggest(HttpRequest<byte[]> request) {
        JsonFields fields = ApiCall.of(request).fields();
        String typed = fields.text("typed", InteractionReader.MAX_ADDRESS_LENGTH);
        fields.end();
        List<String> domains =
                rules.use(ruleSet ->
                        PolicySignals.familiar(ruleSet.policies())
                                .meant(typed.substring(typed.lastIndexOf('@') + 1)));
        return PreparedResponse.ok(new SuggestionResponse(domains)).http();
    }
}
