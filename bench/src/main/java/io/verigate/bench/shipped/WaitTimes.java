package io.verigate.bench.shipped;

import static io.verigate.bench.shipped.Asked.shorter;

import java.time.Duration;

/// The policy `wait-times` by hand.
final class WaitTimes {
    private static final Duration MAX_BLOCK_LENGTH = Duration.ofDays(7);
    private static final long SIGN_IN_WAIT_LIMIT = 5;
    private static final Duration QUICK_REPEAT = Duration.ofSeconds(1);
    private static final Duration QUICK_REPEAT_WAIT = Duration.ofSeconds(60);
    private static final long SIGN_IN_BLOCK_LIMIT = 10;

    private WaitTimes() {}

    static void ask(Asked asked, Say say) {
        if (asked.asksForCode()) {
            code(asked, say);
        }
        if (asked.asksForCode()
                || asked.interaction().equals("sign-in")
                || asked.interaction().equals("sign-up")) {
            // Blocked client: block holds
            if (asked.sourceBlocked()
                    && !asked.familiarSource()
                    && (!asked.sourceBlockSameSource() || asked.sourceBlockPermanent())) {
                say.rule("WT-012", "escalating-wait").hold("source").advise("try-another-network");
            }
            // Blocked client tries again: block restarts
            if (asked.sourceBlocked()
                    && !asked.familiarSource()
                    && asked.sourceBlockSameSource()
                    && !asked.sourceBlockPermanent()) {
                say.rule("WT-013", "escalating-wait")
                        .restart("source", asked.sourceBlockAgain(), MAX_BLOCK_LENGTH)
                        .advise("try-another-network");
            }
        }
        if (!asked.interaction().equals("report")) {
            // Blocked account: block holds for unrecognised clients
            if (!asked.interaction().equals("clear-security-info")
                    && asked.accountBlocked()
                    && !asked.accountBlockReason().equals("terms-of-service")
                    && !asked.familiarSource()
                    && (!asked.accountBlockSameSource() || asked.accountBlockPermanent())) {
                say.rule("WT-014", "escalating-wait").hold("account").advise("contact-help-desk");
            }
            // Blocked account, same client again: block restarts
            if (!asked.interaction().equals("clear-security-info")
                    && asked.accountBlocked()
                    && !asked.accountBlockReason().equals("terms-of-service")
                    && !asked.familiarSource()
                    && asked.accountBlockSameSource()
                    && !asked.accountBlockPermanent()) {
                say.rule("WT-015", "escalating-wait")
                        .restart("account", asked.accountBlockAgain(), MAX_BLOCK_LENGTH)
                        .advise("contact-help-desk");
            }
        }
        if (asked.interaction().equals("sign-in")) {
            // Failed sign-ins: growing wait
            if ((asked.failedSignInsHere10m() >= SIGN_IN_WAIT_LIMIT
                            || asked.failedSignInsHere1h() > SIGN_IN_WAIT_LIMIT)
                    && shorter(asked.sinceFailedSignIn(), asked.signInWait())) {
                say.rule("WT-020", "repeated-sign-in")
                        .waitSince(asked.signInWait(), asked.sinceFailedSignIn())
                        .advise("wait-before-retry");
            }
            // Machine-speed retry: cool-down starts
            if (shorter(asked.sinceFailedSignIn(), QUICK_REPEAT)) {
                say.rule("WT-022", "repeated-sign-in")
                        .mark("account-source", "quick-repeat")
                        .pause(QUICK_REPEAT_WAIT)
                        .advise("wait-before-retry");
            }
            // Machine-speed retry: 60 s cool-down
            if (shorter(asked.sinceQuickRepeat(), QUICK_REPEAT_WAIT)) {
                say.rule("WT-023", "repeated-sign-in")
                        .waitSince(QUICK_REPEAT_WAIT, asked.sinceQuickRepeat())
                        .advise("wait-before-retry");
            }
        }
        // Ten failed sign-ins in an hour: client block
        if ((asked.interaction().equals("sign-in") || asked.event().equals("sign-in-failed"))
                && !asked.sourceBlocked()
                && !asked.familiarSource()
                && asked.failedSignInsHere1h() >= SIGN_IN_BLOCK_LIMIT) {
            say.rule("WT-021", "repeated-sign-in")
                    .block("source", asked.sourceBlockLength())
                    .advise("try-another-network");
        }
    }

    private static void code(Asked asked, Say say) {
        // Resend: growing wait between codes
        if (!asked.methodBlocked()
                && !asked.fromOwner()
                && asked.codesInARow() > 0
                && shorter(asked.sinceLastCode(), asked.resendWait())) {
            say.rule("WT-001", "wait-before-resend")
                    .waitSince(asked.resendWait(), asked.sinceLastCode())
                    .advise("wait-before-retry");
        }
        // Resend by the owner: growing wait, own codes only
        if (asked.fromOwner()
                && asked.codesInARow() > 0
                && asked.codesHereInARow() > 0
                && shorter(asked.sinceLastCode(), asked.ownResendWait())) {
            say.rule("WT-002", "wait-before-resend")
                    .waitSince(asked.ownResendWait(), asked.sinceLastCode())
                    .advise("wait-before-retry");
        }
        // Blocked destination: block holds
        if (asked.methodBlocked()
                && !asked.fromOwner()
                && (!asked.methodBlockSameSource() || asked.methodBlockPermanent())) {
            say.rule("WT-010", "escalating-wait").hold("method").advise("try-another-method");
        }
        // Blocked destination, same client again: block restarts
        if (asked.methodBlocked()
                && !asked.fromOwner()
                && asked.methodBlockSameSource()
                && !asked.methodBlockPermanent()) {
            say.rule("WT-011", "escalating-wait")
                    .restart("method", asked.methodBlockAgain(), MAX_BLOCK_LENGTH)
                    .advise("try-another-method");
        }
        // Blocked region: block holds for unrecognised clients
        if (asked.regionBlocked() && !asked.familiarSource()) {
            say.rule("WT-016", "escalating-wait").hold("region").advise("try-another-method");
        }
        // No code received, unknown senders blocked: advice
        if (asked.symptom().equals("unknown-senders-blocked")) {
            say.rule("WT-030", "no-code-received").advise("allow-unknown-senders");
        }
        // No code received, inbox full: advice
        if (asked.symptom().equals("inbox-full")) {
            say.rule("WT-031", "no-code-received").advise("empty-inbox");
        }
        // No code received, messaging app fault: advice
        if (asked.symptom().equals("messaging-app-fault")) {
            say.rule("WT-032", "no-code-received").advise("restart-messaging-app");
        }
        // No code received, message in junk: advice
        if (asked.symptom().equals("in-junk")) {
            say.rule("WT-033", "no-code-received").advise("check-junk");
        }
        // No code received, cause unknown: advice
        if (asked.symptom().equals("not-received")) {
            say.rule("WT-034", "no-code-received")
                    .advise("check-number")
                    .advise("try-another-method");
        }
    }
}
