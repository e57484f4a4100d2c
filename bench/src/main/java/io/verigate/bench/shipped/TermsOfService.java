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
            // Three minor violations in 90 days: account block
            if (asked.severity().equals("minor") && asked.minorViolations90d() >= STRIKES) {
                say.rule("TS-001", "terms-of-service")
                        .block("account", STRIKES_BLOCK)
                        .advise("appeal");
            }
            // Major violation: account block
            if (asked.severity().equals("major")) {
                say.rule("TS-002", "terms-of-service")
                        .block("account", MAJOR_BLOCK)
                        .advise("appeal");
            }
            // Severe violation: permanent account block
            if (asked.severity().equals("severe")) {
                say.rule("TS-003", "terms-of-service").blockForever("account").advise("appeal");
            }
        }
        // Terms-of-service block: holds for every client
        if (!asked.interaction().equals("report")
                && asked.accountBlocked()
                && asked.accountBlockReason().equals("terms-of-service")) {
            say.rule("TS-010", "terms-of-service").hold("account").advise("appeal");
        }
    }
}
