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

/// Exports and erases personal data.
@Controller("/v1/accounts/{id}/personal-data")
@ExecuteOn(TaskExecutors.BLOCKING)
@AnswersProblems
@Tag(name = "Accounts")
final class PersonalDataController {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataController.class);

    private final PersonalData personalData;
    private final Erasure erasure;

    PersonalDataController(PersonalData personalData, Erasure erasure) {
        this.personalData = personalData;
        this.erasure = erasure;
    }

    @Get
    @RequiresScope(ApiScope.PERSONAL_DATA_READ)
    @Operation(
            summary = "Get all personal data of an account",
            description =
                    "For a data subject's access request: addresses are shown in full, so give the response to"
                            + " nobody else. Newest first, up to 500 verifications, blocks, decisions and help-desk"
                            + " clear requests; `decisions.next` is a cursor of `GET /v1/decisions?account=…`. Devices,"
                            + " networks and IP addresses are stored as keyed hashes and cannot be shown.")
    @ApiResponse(
            responseCode = "200",
            description = "The personal data; empty if there is none",
            content = @Content(schema = @Schema(implementation = PersonalDataResponse.class)))
    HttpResponse<?> find(HttpRequest<?> request, String id) {
        PersonalDataResponse data =
                PersonalDataResponse.of(personalData.of(AccountController.validId(id)));
        LOG.info("personal data exported by API key `{}`", Caller.of(request).name());
        MutableHttpResponse<?> response = PreparedResponse.okHttp(data);
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Delete
    @RequiresScope(ApiScope.PERSONAL_DATA_ERASE)
    @Operation(
            summary = "Erase the personal data of an account",
            description =
                    "Deletes the account, its security info with all addresses, its clear requests, its"
                            + " familiar devices and networks, and its verifications. Decisions and blocks are kept,"
                            + " anonymised and without evidence. Blocks and counters refer to keyed hashes and stay in"
                            + " effect. Safe to repeat. Stored responses to requests with an `Idempotency-Key` name the"
                            + " account for up to 24 hours.")
    @ApiResponse(
            responseCode = "200",
            description = "Erased",
            content = @Content(schema = @Schema(implementation = ErasureResponse.class)))
    HttpResponse<?> erase(HttpRequest<?> request, String id) {
        ErasureResponse data = ErasureResponse.of(erasure.erase(AccountController.validId(id)));
        LOG.info("personal data erased by API key `{}`", Caller.of(request).name());
        return PreparedResponse.okHttp(data);
    }
}
