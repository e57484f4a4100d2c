package io.verigate.api.accounts;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.verigate.access.ApiScope;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.problem.AnswersProblems;
import io.verigate.api.common.security.Caller;
import io.verigate.api.common.security.RequiresScope;
import io.verigate.retention.Erasure;
import io.verigate.retention.PersonalData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is held of one person: handed out to them, and erased for them.
@Controller("/v1/accounts/{id}/personal-data")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
final class PersonalDataController {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataController.class);

    private final PersonalData held;
    private final Erasure erasure;

    PersonalDataController(PersonalData held, Erasure erasure) {
        this.held = held;
        this.erasure = erasure;
    }

    /// Everything that is held.
    @Get
    @RequiresScope(ApiScope.PERSONAL_DATA_READ)
    @Operation(
            summary = "Read everything that is held of an account",
            description =
                    "For the person whose it is, so addresses stand in it whole; hand it to nobody else. Newest first, up"
                            + " to 500 verifications, blocks, decisions and clearings by the help desk; `decisions.next` is a cursor of"
                            + " `GET /v1/decisions?account=…`. Devices, networks and IP addresses are kept as keyed hashes"
                            + " and cannot be told.")
    @ApiResponse(
            responseCode = "200",
            description = "What is held; empty when nothing is",
            content = @Content(schema = @Schema(implementation = PersonalDataResponse.class)))
    HttpResponse<?> find(HttpRequest<?> request, String id) {
        PersonalDataResponse answer =
                PersonalDataResponse.of(held.of(AccountController.checked(id)));
        LOG.info("personal data was handed out to the key `{}`", Caller.of(request).name());
        MutableHttpResponse<?> response = PreparedResponse.ok(answer).http();
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /// Erases it.
    @Delete
    @RequiresScope(ApiScope.PERSONAL_DATA_ERASE)
    @Operation(
            summary = "Erase the personal data of an account",
            description =
                    "The account, its security info with all addresses, what the help desk asked for on it, its familiar"
                            + " devices and networks and its verifications are deleted. Decisions and blocks stay, under one name that leads nowhere and"
                            + " without evidence. Blocks and counters are about keyed hashes and go on. May be repeated."
                            + " Answers to calls with an `Idempotency-Key` name the account for up to 24 hours.")
    @ApiResponse(
            responseCode = "200",
            description = "It is erased",
            content = @Content(schema = @Schema(implementation = ErasureResponse.class)))
    HttpResponse<?> erase(HttpRequest<?> request, String id) {
        ErasureResponse answer = ErasureResponse.of(erasure.erase(AccountController.checked(id)));
        LOG.info("personal data was erased for the key `{}`", Caller.of(request).name());
        return PreparedResponse.ok(answer).http();
    }
}
