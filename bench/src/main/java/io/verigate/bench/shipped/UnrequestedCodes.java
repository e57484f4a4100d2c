package io.verigate.bench.shipped;

import static io.verigate.bench.shipped.Asked.shorter;

import java.time.Duration;

/// The policy `unrequested-codes` by hand.
final class UnrequestedCodes {
    private static final Duration LATE_AFTER = Duration.ofMinutes(5);

    private UnrequestedCodes() {}

    static void ask(Asked asked, Say say) {
        if (asked.event().equals("unrequested-code")) {
            // Unrequested code: someone else tried to sign in
            if (!asked.codeKnown()
                    || (asked.methodState().equals("confirmed")
                                    || asked.confirmedMethods() == 0
                                            && asked.codesVerifiedThere90d() > 0)
                            && (!asked.codeOrigin().equals("familiar")
                                    || !shorter(LATE_AFTER, asked.codeTransit()))) {
                say.rule("UC-001", "unrequested-code")
                        .mark("account", "someone-tried")
                        .advise("do-not-respond")
                        .advise("someone-tried");
            }
            // Unrequested code: the person's own code arrived late
            if (asked.codeKnown()
                    && (asked.methodState().equals("confirmed")
                            || asked.confirmedMethods() == 0 && asked.codesVerifiedThere90d() > 0)
                    && asked.codeOrigin().equals("familiar")
                    && shorter(LATE_AFTER, asked.codeTransit())) {
                say.rule("UC-002", "unrequested-code")
                        .mark("account", "code-late")
                        .advise("do-not-respond")
                        .advise("late-code");
            }
            // Unrequested code: someone mistyped their own number or address
            if (asked.codeKnown()
                    && !asked.methodState().equals("confirmed")
                    && (asked.confirmedMethods() > 0 || asked.codesVerifiedThere90d() == 0)) {
                say.rule("UC-003", "unrequested-code")
                        .mark("account", "someone-mistyped")
                        .advise("do-not-respond")
                        .advise("someone-mistyped");
            }
        }
    }
}
