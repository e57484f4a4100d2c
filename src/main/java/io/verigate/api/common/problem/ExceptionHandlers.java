package io.verigate.api.common.problem;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.verigate.account.ImpossibleChange;
import io.verigate.api.common.admission.OverloadProblem;
import io.verigate.api.common.admission.TooBusyException;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.security.RequestIds;
import io.verigate.assessment.UnknownSecurityInfo;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ruleset.ValidationBusy;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Maps exceptions to problem responses.
@Factory
public final class ExceptionHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ExceptionHandlers.class);
    private static final String RETRY_AFTER = "Retry-After";

    /// A problem is returned unchanged.
    @Singleton
    ExceptionHandler<ProblemException, HttpResponse<?>> problems() {
        return (request, e) -> PreparedResponse.http(e.problem(), request);
    }

    /// The account does not have the given security info.
    @Singleton
    ExceptionHandler<UnknownSecurityInfo, HttpResponse<?>> unknownSecurityInfo() {
        return (request, e) -> PreparedResponse.http(unknownSecurityInfoProblem(), request);
    }

    /// The state of the security info does not allow the change.
    @Singleton
    ExceptionHandler<ImpossibleChange, HttpResponse<?>> impossibleChange() {
        return (request, e) ->
                PreparedResponse.http(
                        Problem.of(ProblemKind.CONFLICT, String.valueOf(e.getMessage())), request);
    }

    /// The database is unavailable or slow. Whether an interrupted commit succeeded is unknown; a retry with the same
    /// key takes effect once.
    @Singleton
    ExceptionHandler<LedgerUnavailable, HttpResponse<?>> unavailable() {
        return (request, e) -> {
            LOG.warn("request not recorded, answering 503: {}", e.getMessage());
            Problem problem =
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            "the request could not be recorded in time: retry with the same `Idempotency-Key`");
            return PreparedResponse.http(problem, request).header(RETRY_AFTER, "1");
        };
    }

    /// Another rule set is being validated, or the service is shutting down.
    @Singleton
    ExceptionHandler<ValidationBusy, HttpResponse<?>> validationBusy() {
        return (request, e) -> {
            Problem problem =
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            e.getMessage()
                                    + ": retry after `Retry-After`; the active rule set was not changed");
            return PreparedResponse.http(problem, request).header(RETRY_AFTER, "10");
        };
    }

    /// The service is overloaded.
    @Singleton
    ExceptionHandler<TooBusyException, HttpResponse<?>> tooBusy() {
        return (request, e) ->
                PreparedResponse.http(OverloadProblem.PROBLEM, request)
                        .header(RETRY_AFTER, OverloadProblem.RETRY_AFTER);
    }

    /// Everything else is an internal error; details are only logged.
    @Singleton
    ExceptionHandler<Throwable, HttpResponse<?>> internalErrors() {
        return (request, e) -> {
            LOG.error("request {} failed", RequestIds.of(request), e);
            Problem problem =
                    Problem.of(
                            ProblemKind.INTERNAL_ERROR,
                            "internal error: report `instance` to the operator");
            return PreparedResponse.http(problem, request);
        };
    }

    /// Returns the problem for security info that the account does not have.
    public static Problem unknownSecurityInfoProblem() {
        ProblemKind kind = ProblemKind.UNKNOWN_SECURITY_INFO;
        FieldError error =
                FieldError.inBody(
                        "/method/securityInfo",
                        kind.wireName(),
                        "list the security info of the account with GET /v1/accounts/{id}/security-info");
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                "nothing was decided: `securityInfo` must belong to this account",
                null,
                List.of(error),
                null);
    }
}
