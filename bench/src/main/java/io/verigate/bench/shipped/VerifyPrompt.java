package io.verigate.bench.shipped;

import static io.verigate.bench.shipped.Asked.shorter;

import java.time.Duration;

/// The policy `verify-prompt` by hand.
final class VerifyPrompt {
    private static final Duration LONG_ABSENCE = Duration.ofDays(60);
    private static final Duration OLD_CONFIRMATION = Duration.ofDays(180);
    private static final Duration PROMPT_DAYS = Duration.ofDays(7);
    private static final Duration PROMPT_SKIP = Duration.ofHours(24);

    private VerifyPrompt() {}

    static void ask(Asked asked, Say say) {
        if (asked.event().equals("sign-in-succeeded")) {
            // First sign-in after 60 days away: verification prompt starts
            if (asked.confirmedMethods() > 0
                    && !asked.promptOpen()
                    && !asked.methodState().equals("confirmed")
                    && !asked.methodState().equals("removal-requested")
                    && !shorter(asked.sinceSignInSucceeded(), LONG_ABSENCE)
                    && !shorter(asked.sinceConfirmed(), LONG_ABSENCE)) {
                say.rule("VP-001", "verify-prompt")
                        .prompt()
                        .route("verify-security-info")
                        .advise("verify-security-info");
            }
            // Nothing verified for 180 days: verification prompt starts
            if (asked.confirmedMethods() > 0
                    && !asked.promptOpen()
                    && !asked.methodState().equals("confirmed")
                    && !asked.methodState().equals("removal-requested")
                    && !shorter(asked.sinceConfirmed(), OLD_CONFIRMATION)) {
                say.rule("VP-002", "verify-prompt")
                        .prompt()
                        .route("verify-security-info")
                        .advise("verify-security-info");
            }
            // Codes by message only: stronger method offered
            if (asked.codesOnly()) {
                say.rule("VP-030", "passwordless").advise("stronger-method");
            }
        }
        if (asked.interaction().equals("sign-in")) {
            // Sign-in while verification is due: prompt without a deadline
            if (asked.confirmedMethods() > 0
                    && !asked.promptOpen()
                    && !asked.methodState().equals("confirmed")
                    && !asked.methodState().equals("removal-requested")
                    && (!shorter(asked.sinceConfirmed(), OLD_CONFIRMATION)
                            || !shorter(asked.sinceSignInSucceeded(), LONG_ABSENCE)
                                    && !shorter(asked.sinceConfirmed(), LONG_ABSENCE))) {
                say.rule("VP-003", "verify-prompt")
                        .route("verify-security-info")
                        .advise("verify-security-info");
            }
            // Verification prompt older than seven days: sign-in refused
            if (asked.promptOpen()
                    && !asked.methodState().equals("confirmed")
                    && !asked.methodState().equals("removal-requested")
                    && !shorter(asked.sinceFirstNotice(), PROMPT_DAYS)) {
                say.rule("VP-011", "verify-prompt")
                        .refuse()
                        .route("verify-security-info")
                        .advise("verify-security-info");
            }
        }
        // Verification prompt open: reminder at sign-in
        if ((asked.interaction().equals("sign-in") || asked.event().equals("sign-in-succeeded"))
                && asked.promptOpen()
                && !asked.methodState().equals("confirmed")
                && !asked.methodState().equals("removal-requested")
                && shorter(asked.sinceFirstNotice(), PROMPT_DAYS)
                && !shorter(asked.sincePromptSkip(), PROMPT_SKIP)) {
            say.rule("VP-010", "verify-prompt")
                    .route("verify-security-info")
                    .advise("verify-security-info")
                    .advise("skip-for-now");
        }
        if (asked.interaction().equals("skip-prompt")) {
            // No verification prompt open: nothing to skip
            if (!asked.promptOpen()) {
                say.rule("VP-020", "nothing-to-skip").refuse();
            }
            // Verification prompt skipped within 24 hours: wait
            if (asked.promptOpen()
                    && shorter(asked.sinceFirstNotice(), PROMPT_DAYS)
                    && shorter(asked.sincePromptSkip(), PROMPT_SKIP)) {
                say.rule("VP-021", "skipped-today")
                        .waitSince(PROMPT_SKIP, asked.sincePromptSkip())
                        .advise("verify-security-info");
            }
            // Verification prompt older than seven days: cannot be skipped
            if (asked.promptOpen() && !shorter(asked.sinceFirstNotice(), PROMPT_DAYS)) {
                say.rule("VP-022", "verify-prompt")
                        .refuse()
                        .route("verify-security-info")
                        .advise("verify-security-info");
            }
        }
    }
}
