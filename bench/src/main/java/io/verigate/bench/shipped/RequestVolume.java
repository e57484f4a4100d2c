package io.verigate.bench.shipped;

import java.time.Duration;

/// The policy `request-volume` by hand.
final class RequestVolume {
    private static final long DESTINATION_WAIT_LIMIT = 5;
    private static final Duration DESTINATION_WAIT = Duration.ofMinutes(10);
    private static final long DESTINATION_BLOCK_LIMIT = 10;
    private static final long DESTINATION_DAY_LIMIT = 30;
    private static final long PERMANENT_AFTER_BLOCKS = 5;
    private static final long SOURCE_BLOCK_LIMIT = 20;
    private static final long SOURCE_ACCOUNTS_LIMIT = 5;
    private static final long ACCOUNT_BLOCK_LIMIT = 15;
    private static final Duration OWN_SOURCE_WAIT = Duration.ofHours(1);
    private static final long RANGE_WAIT_LIMIT = 30;
    private static final Duration RANGE_WAIT = Duration.ofMinutes(10);
    private static final long FAILED_CHECKS_LIMIT = 100;

    private RequestVolume() {}

    static void ask(Asked asked, Say say) {
        if (asked.asksForCode()) {
            code(asked, say);
        }
        if (asked.interaction().equals("check-code") || asked.asksForCode()) {
            // 100 failed checks in a row lock verification from unrecognised clients
            if (!asked.familiarSource() && asked.failedChecksInARow() >= FAILED_CHECKS_LIMIT) {
                say.rule("HV-011", "too-many-checks")
                        .lock("account")
                        .advise("contact-help-desk")
                        .route("account-recovery");
            }
            // 100 failed checks in a row lock verification from that client
            if (asked.familiarSource() && asked.failedChecksHereInARow() >= FAILED_CHECKS_LIMIT) {
                say.rule("HV-012", "too-many-checks")
                        .lock("account")
                        .advise("contact-help-desk")
                        .route("account-recovery");
            }
        }
    }

    private static void code(Asked asked, Say say) {
        // Destination over its ten-minute limit: wait
        if (!asked.methodBlocked()
                && !asked.fromOwner()
                && asked.requestsToDestination10m() > DESTINATION_WAIT_LIMIT) {
            say.rule("HV-001", "high-volume").pause(DESTINATION_WAIT).advise("wait-before-retry");
        }
        // Destination over its hourly or daily limit: block
        if (!asked.methodBlocked()
                && !asked.fromOwner()
                && (asked.requestsToDestination1h() > DESTINATION_BLOCK_LIMIT
                        || asked.requestsToDestination24h() > DESTINATION_DAY_LIMIT)
                && asked.blocksOfDestination90d() < PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-002", "high-volume")
                    .block("method", asked.methodBlockLength())
                    .advise("try-another-method");
        }
        // Destination over its limit after five blocks: permanent block
        if (!asked.methodBlocked()
                && !asked.fromOwner()
                && (asked.requestsToDestination1h() > DESTINATION_BLOCK_LIMIT
                        || asked.requestsToDestination24h() > DESTINATION_DAY_LIMIT)
                && asked.blocksOfDestination90d() >= PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-003", "high-volume").blockForever("method").advise("try-another-method");
        }
        // Client over its hourly request limit: block
        if (!asked.sourceBlocked()
                && !asked.familiarSource()
                && asked.requestsFromSource1h() > SOURCE_BLOCK_LIMIT
                && asked.blocksOfSource90d() < PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-004", "high-volume")
                    .block("source", asked.sourceBlockLength())
                    .advise("try-another-network");
        }
        // Client over its hourly account limit: block
        if (!asked.sourceBlocked()
                && !asked.familiarSource()
                && asked.accountsFromSource1h() > SOURCE_ACCOUNTS_LIMIT
                && asked.blocksOfSource90d() < PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-005", "high-volume")
                    .block("source", asked.sourceBlockLength())
                    .advise("try-another-network");
        }
        // Client over a limit after five blocks: permanent block
        if (!asked.sourceBlocked()
                && !asked.familiarSource()
                && (asked.requestsFromSource1h() > SOURCE_BLOCK_LIMIT
                        || asked.accountsFromSource1h() > SOURCE_ACCOUNTS_LIMIT)
                && asked.blocksOfSource90d() >= PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-006", "high-volume").blockForever("source").advise("try-another-network");
        }
        // Account over its daily limit: block for unrecognised clients
        if (!asked.accountBlocked()
                && !asked.familiarSource()
                && asked.requestsOnAccount24h() > ACCOUNT_BLOCK_LIMIT
                && asked.blocksOfAccount90d() < PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-007", "high-volume")
                    .block("account", asked.accountBlockLength())
                    .advise("contact-help-desk");
        }
        // Account over its daily limit after five blocks: permanent block
        if (!asked.accountBlocked()
                && !asked.familiarSource()
                && asked.requestsOnAccount24h() > ACCOUNT_BLOCK_LIMIT
                && asked.blocksOfAccount90d() >= PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-008", "high-volume")
                    .blockForever("account")
                    .advise("contact-help-desk")
                    .route("account-recovery");
        }
        // Owner's client over the daily limit: wait, no block
        if (asked.familiarSource() && asked.requestsOnAccountFromHere24h() > ACCOUNT_BLOCK_LIMIT) {
            say.rule("HV-009", "high-volume").pause(OWN_SOURCE_WAIT).advise("wait-before-retry");
        }
        // Number range over its hourly limit: wait
        if (!asked.familiarSource() && asked.requestsInRange1h() > RANGE_WAIT_LIMIT) {
            say.rule("HV-010", "high-volume").pause(RANGE_WAIT).advise("try-another-method");
        }
    }
}
