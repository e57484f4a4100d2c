package io.verigate.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.verigate.http.gate.RequestIds;
import io.verigate.http.problem.Problem;
import io.verigate.http.problem.ProblemKind;

/// What is said to an operator whose receipt cannot be taken yet.
final class ReceiptReplies {
    /// Seconds. What the provider answered is recorded within one, unless the database was away.
    private static final String SHORTLY = "5";

    private ReceiptReplies() {}

    /// The message of the receipt is not known yet.
    static HttpResponse<?> tellAgain(HttpRequest<?> request) {
        Problem problem =
                Problem.of(
                        ProblemKind.UNAVAILABLE,
                        "the message of this receipt is not known yet: tell it again after `Retry-After`");
        return Reply.of(problem.during(RequestIds.of(request)))
                .http()
                .header("Retry-After", SHORTLY);
    }
}
