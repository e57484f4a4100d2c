package io.verigate.api.verifications;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.verigate.api.common.idempotency.PreparedResponse;
import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.RequestIds;

/// What is said to an operator whose receipt cannot be taken yet.
final class ReceiptResponses {
    /// Seconds. What the provider answered is recorded within one, unless the database was away.
    private static final String SHORTLY = "5";

    private ReceiptResponses() {}

    /// The message of the receipt is not known yet.
    static HttpResponse<?> tellAgain(HttpRequest<?> request) {
        Problem problem =
                Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "the message of this receipt is not known yet: tell it again after `Retry-After`");
        return PreparedResponse.of(problem.during(RequestIds.of(request)))
                .http()
                .header("Retry-After", SHORTLY);
    }
}
