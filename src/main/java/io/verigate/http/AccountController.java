package io.verigate.http;

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
import io.verigate.access.Access;
import io.verigate.account.Account;
import io.verigate.account.Accounts;
import io.verigate.assessment.AccountDesk;
import io.verigate.decision.AccountKind;
import io.verigate.decision.Standing;
import io.verigate.http.body.Fields;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.body.Texts;
import io.verigate.http.gate.Needs;
import io.verigate.http.problem.ProblemException;
import io.verigate.http.problem.ProblemKind;
import io.verigate.http.wire.AccountAnswer;
import io.verigate.http.wire.Listing;
import io.verigate.http.wire.Listings;
import io.verigate.http.wire.Requests;
import io.verigate.http.wire.SecurityInfoAnswer;
import java.time.InstantSource;

/// Accounts and what they prove themselves with.
@Controller("/v1/accounts/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
final class AccountController {
    private final Accounts accounts;
    private final AccountDesk desk;
    private final InstantSource clock;

    AccountController(Accounts accounts, AccountDesk desk, InstantSource clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.clock = clock;
    }

    /// Tells the service of an account.
    @Put
    @Needs(Access.ACCOUNTS_WRITE)
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
                                                                    Requests.AccountChange.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The account as it is now",
            content = @Content(schema = @Schema(implementation = AccountAnswer.class)))
    HttpResponse<?> put(HttpRequest<byte[]> request, String id) {
        Call call = Call.of(request);
        Fields fields = call.fields();
        AccountDesk.Told told =
                new AccountDesk.Told(
                        fields.wordOr("kind", AccountKind.class),
                        fields.parsedOr(
                                "language",
                                Texts.LONGEST_LANGUAGE,
                                "bad-language",
                                Texts::language),
                        fields.wordOr("standing", Standing.class));
        fields.end();
        return Reply.ok(AccountAnswer.of(desk.put(checked(id), told))).http();
    }

    /// One account.
    @Get
    @Needs(Access.ACCOUNTS_READ)
    @Operation(summary = "Read an account")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountAnswer.class)))
    HttpResponse<?> find(String id) {
        return Reply.ok(AccountAnswer.of(account(id))).http();
    }

    /// What an account proves itself with.
    @Get("/security-info")
    @Needs(Access.ACCOUNTS_READ)
    @Operation(
            summary = "List the security info of an account",
            description = "Removed ones are left out.")
    @ApiResponse(
            responseCode = "200",
            description = "`{ \"items\": [ … ], \"next\": null }`",
            content = @Content(schema = @Schema(implementation = Listings.SecurityInfos.class)))
    HttpResponse<?> securityInfo(String id) {
        return Reply.ok(
                        Listing.whole(
                                account(id).present().stream()
                                        .map(SecurityInfoAnswer::of)
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
    static String checked(String id) {
        if (id.isBlank()
                || id.codePointCount(0, id.length()) > InteractionReader.LONGEST_ID
                || Texts.hasControl(id)) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "the id of an account has 1 to "
                            + InteractionReader.LONGEST_ID
                            + " characters");
        }
        return id;
    }
}
