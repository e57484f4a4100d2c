package io.verigate.api.accounts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.account.Account;
import io.verigate.account.Accounts;
import io.verigate.api.common.idempotency.ApiCall;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.json.ListPage;
import io.verigate.api.common.json.TextParser;
import io.verigate.api.common.openapi.ListSchemas;
import io.verigate.api.common.openapi.RequestSchemas;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.api.securityinfo.SecurityInfoResponse;
import io.verigate.decision.AccountKind;
import io.verigate.decision.Standing;
import io.verigate.securityinfo.AccountService;
import java.time.InstantSource;

/// Accounts and their security info.
@Controller("/v1/accounts/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
public final class AccountController {
    private final Accounts accounts;
    private final AccountService service;
    private final InstantSource clock;

    AccountController(Accounts accounts, AccountService service, InstantSource clock) {
        this.accounts = accounts;
        this.service = service;
        this.clock = clock;
    }

    @Put
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @Operation(
            summary = "Create or update an account",
            description =
                    "Omitted fields keep their values. A new account is `personal` and in `good` standing.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestSchemas.Account.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    HttpResponse<?> put(HttpRequest<byte[]> request, String id) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fields();
        AccountService.AccountUpdate change =
                new AccountService.AccountUpdate(
                        fields.optionalEnumValue("kind", AccountKind.class),
                        fields.optionalParsed(
                                "language",
                                TextParser.MAX_LANGUAGE_LENGTH,
                                "bad-language",
                                TextParser::language),
                        fields.optionalEnumValue("standing", Standing.class));
        fields.finish();
        return PreparedResponse.okHttp(AccountResponse.of(service.put(validId(id), change)));
    }

    @Get
    @RequiresScope(ApiScope.ACCOUNTS_READ)
    @Operation(summary = "Get an account")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    HttpResponse<?> find(String id) {
        return PreparedResponse.okHttp(AccountResponse.of(account(id)));
    }

    @Get("/security-info")
    @RequiresScope(ApiScope.ACCOUNTS_READ)
    @Operation(
            summary = "List the security info of an account",
            description = "Without removed security info.")
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }`",
            content = @Content(schema = @Schema(implementation = ListSchemas.SecurityInfos.class)))
    HttpResponse<?> securityInfo(String id) {
        return PreparedResponse.okHttp(
                ListPage.whole(
                        account(id).present().stream().map(SecurityInfoResponse::of).toList()));
    }

    private Account account(String id) {
        return accounts.find(validId(id))
                .map(known -> known.at(clock.instant()))
                .orElseThrow(() -> ProblemException.notFound("unknown account"));
    }

    /// Validates an account id from the path.
    public static String validId(String id) {
        if (id.isBlank()
                || id.codePointCount(0, id.length()) > InteractionReader.MAX_ID_LENGTH
                || TextParser.hasControl(id)) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "an account id must have 1 to "
                            + InteractionReader.MAX_ID_LENGTH
                            + " characters");
        }
        return id;
    }
}
