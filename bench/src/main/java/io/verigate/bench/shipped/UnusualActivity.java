package io.verigate.bench.shipped;

import java.time.Duration;

/// The policy `unusual-activity` by hand.
final class UnusualActivity {
    private static final long UNUSUAL_BLOCK_AT = 60;
    private static final long UNUSUAL_DELAY_AT = 30;
    private static final Duration UNUSUAL_DELAY = Duration.ofMinutes(2);

    private UnusualActivity() {}

    static void ask(Asked asked, Say say) {
        if (!asked.interaction().equals("report")) {
            // Unusual activity, high score: account block for unrecognised clients
            if (!asked.interaction().equals("check-code")
                    && !asked.interaction().equals("clear-security-info")
                    && !asked.accountBlocked()
                    && !asked.familiarSource()
                    && asked.unusualActivity() >= UNUSUAL_BLOCK_AT) {
                say.rule("UA-001", "unusual-activity")
                        .block("account", asked.accountBlockLength())
                        .advise("contact-help-desk");
            }
            // Flagged account: locked until cleared
            if (asked.accountStanding().equals("flagged")) {
                say.rule("UA-010", "locked-account").lock("account").advise("resolve-account");
            }
            // Locked account: locked until resolved
            if (asked.accountStanding().equals("locked")) {
                say.rule("UA-011", "locked-account").lock("account").advise("resolve-account");
            }
        }
        // Unusual activity, medium score: delay
        if (asked.asksForCode()
                && asked.unusualActivity() >= UNUSUAL_DELAY_AT
                && (asked.familiarSource() || asked.unusualActivity() < UNUSUAL_BLOCK_AT)) {
            say.rule("UA-002", "unusual-activity").delay(UNUSUAL_DELAY).advise("stronger-method");
        }
        // Unusual sign-in: stronger method advised
        if (asked.interaction().equals("sign-in")
                && asked.unusualActivity() >= UNUSUAL_DELAY_AT
                && (asked.familiarSource() || asked.unusualActivity() < UNUSUAL_BLOCK_AT)) {
            say.rule("UA-003", "unusual-activity").advise("stronger-method");
        }
    }
}
