package io.verigate.bench.shipped;

import java.time.Duration;

/// The policy `terms-of-service` by hand.
final class TermsOfService {
    private static final long STRIKES = 3;
    private static final Duration STRIKES_BLOCK = Duration.ofDays(7);
    private static final Duration MAJOR_BLOCK = Duration.ofDays(30);

    private TermsOfService() {}

    static void ask(Asked asked, Say say) {
        if (asked.event().equals("terms-violation")) {
            // Three minor violations in ninety days block the account
            if (asked.severity().equals("minor") && asked.minorViolations90d() >= STRIKES) {
                say.rule("TS-001", "terms-of-service")
                        .block("account", STRIKES_BLOCK)
                        .advise("appeal");
            }
            // A major violation blocks the account
            if (asked.severity().equals("major")) {
                say.rule("TS-002", "terms-of-service")
                        .block("account", MAJOR_BLOCK)
                        .advise("appeal");
            }
            // A severe violation blocks the account for good
            if (asked.severity().equals("severe")) {
                say.rule("TS-003", "terms-of-service").blockForever("account").advise("appeal");
            }
        }
        // A block for the terms of service holds for everybody
        if (!asked.interaction().equals("report")
                && asked.accountBlocked()
                && asked.accountBlockReason().equals("terms-of-service")) {
            say.rule("TS-010", "terms-of-service").hold("account").advise("appeal");
        }
    }
}
