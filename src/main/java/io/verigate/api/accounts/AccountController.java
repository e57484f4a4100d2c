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

/// Accounts and what they prove themselves with.
@Controller("/v1/accounts/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
public final class AccountController {
    private final Accounts accounts;
    private final AccountService desk;
    private final InstantSource clock;

    AccountController(Accounts accounts, AccountService desk, InstantSource clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.clock = clock;
    }

    /// Tells the service of an account.
    @Put
    @RequiresScope(ApiScope.ACCOUNTS_WRITE)
    @Operation(
            summary = "Tell of an account",
            description =
                    "What is not told stays as it is; a new account is `personal` and in `good` standing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    RequestSchemas.AccountChange
                                                                            .class))))
    @ApiResponse(
            responseCode = "200",
            description = "The account as it is now",
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    HttpResponse<?> put(HttpRequest<byte[]> request, String id) {
        ApiCall call = ApiCall.of(request);
        JsonFields fields = call.fields();
        AccountService.Told told =
                new AccountService.Told(
                        fields.wordOr("kind", AccountKind.class),
                        fields.parsedOr(
                                "language",
                                TextParser.MAX_LANGUAGE_LENGTH,
                                "bad-language",
                                TextParser::language),
                        fields.wordOr("standing", Standing.class));
        fields.end();
        return PreparedResponse.ok(AccountResponse.of(desk.put(checked(id), told))).http();
    }

    /// One account.
    @Get
    @RequiresScope(ApiScope.ACCOUNTS_READ)
    @Operation(summary = "Read an account")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    HttpResponse<?> find(String id) {
        return PreparedResponse.ok(AccountResponse.of(account(id))).http();
    }

    /// What an account proves itself with.
    @Get("/security-info")
    @RequiresScope(ApiScope.ACCOUNTS_READ)
    @Operation(
            summary = "List the security info of an account",
            description = "Removed ones are left out.")
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }`",
            content = @Content(schema = @Schema(implementation = ListSchemas.SecurityInfos.class)))
    HttpResponse<?> securityInfo(String id) {
        return PreparedResponse.ok(
                        ListPage.whole(
                                account(id).present().stream()
                                        .map(SecurityInfoResponse::of)
                                        .toList()))
                .http();
    }

    private Account account(String id) {
        return accounts.find(checked(id))
                .map(known -> known.at(clock.instant()))
                .orElseThrow(() ->
                        ProblemException.of(
                                ProblemKind.NOT_FOUND, "this account is not known here"));
    }

    /// An id of an account as it stands in an address.
    public static String checked(String id) {
        if (id.isBlank()
                || id.codePointCount(0, id.length()) > InteractionReader.MAX_ID_LENGTH
                || TextParser.hasControl(id)) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "the id of an account has 1 to "
                            + InteractionReader.MAX_ID_LENGTH
                            + " characters");
        }
        return id;
    }
}
