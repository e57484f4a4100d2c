package io.verigate.api.common.problem;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
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

/// Answers what ended a call early.
@Factory
public final class ExceptionHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ExceptionHandlers.class);
    private static final String SHORTLY = "1";
    private static final String AFTER_CASES = "10";

    /// A problem, as it is.
    @Singleton
    ExceptionHandler<ProblemException, HttpResponse<?>> problems() {
        return (request, e) ->
                PreparedResponse.of(e.problem().during(RequestIds.of(request))).http();
    }

    /// The account has no such method.
    @Singleton
    ExceptionHandler<UnknownSecurityInfo, HttpResponse<?>> unknownSecurityInfo() {
        return (request, e) -> PreparedResponse.of(unknown().during(RequestIds.of(request))).http();
    }

    /// The state of security info does not allow it.
    @Singleton
    ExceptionHandler<ImpossibleChange, HttpResponse<?>> impossibleChange() {
        return (request, e) ->
                PreparedResponse.of(
                                Problem.of(ProblemKind.CONFLICT, String.valueOf(e.getMessage()))
                                        .during(RequestIds.of(request)))
                        .http();
    }

    /// The database is away or slow. Whether a commit that was cut off has happened is not known then, so no promise is
    /// made of it: a repetition with the same key does it once.
    @Singleton
    ExceptionHandler<LedgerUnavailable, HttpResponse<?>> unavailable() {
        return (request, e) -> {
            LOG.warn("not recorded, so not answered: {}", e.getMessage());
            Problem problem =
                    Problem.of(
                            ProblemKind.UNAVAILABLE,
                            "this could not be recorded in time: repeat it shortly, with the same `Idempotency-Key`");
            return PreparedResponse.of(problem.during(RequestIds.of(request)))
                    .http()
                    .header("Retry-After", SHORTLY);
        };
    }

    /// Another rule set is examined, or the service ends.
    @Singleton
    ExceptionHandler<ValidationBusy, HttpResponse<?>> postponed() {
        return (request, e) ->
                PreparedResponse.of(
                                Problem.of(
                                                ProblemKind.UNAVAILABLE,
                                                e.getMessage()
                                                        + ": repeat it after `Retry-After`; what decides was not changed")
                                        .during(RequestIds.of(request)))
                        .http()
                        .header("Retry-After", AFTER_CASES);
    }

    /// There is too much to do.
    @Singleton
    ExceptionHandler<TooBusyException, HttpResponse<?>> tooBusy() {
        return (request, e) ->
                PreparedResponse.of(OverloadProblem.problem(RequestIds.of(request)))
                        .http()
                        .header("Retry-After", OverloadProblem.RETRY_AFTER);
    }

    /// Everything else is a fault of the service, and told to nobody but its log.
    @Singleton
    ExceptionHandler<Throwable, HttpResponse<?>> faults() {
        return (request, e) -> PreparedResponse.of(fault(request, e)).http();
    }

    /// What is told of security info that the account does not have.
    public static Problem unknown() {
        ProblemKind kind = ProblemKind.UNKNOWN_SECURITY_INFO;
        FieldError fault =
                FieldError.inBody(
                        "/method/securityInfo",
                        kind.wireName(),
                        "list what there is with GET /v1/accounts/{id}/security-info");
        return new Problem(
                kind.type(),
                kind.title(),
                kind.status(),
                "nothing was decided: name security info of this account",
                null,
                List.of(fault),
                null);
    }

    private static Problem fault(HttpRequest<?> request, Throwable e) {
        String id = RequestIds.of(request);
        LOG.error("request {} failed", id, e);
        return Problem.of(
                        ProblemKind.INTERNAL_ERROR,
                        "this is a fault of the service: quote `instance` to its operator")
                .during(id);
    }
}
