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
            // A hundred wrong codes in a row end the checking for strangers
            if (!asked.familiarSource() && asked.failedChecksInARow() >= FAILED_CHECKS_LIMIT) {
                say.rule("HV-011", "too-many-checks")
                        .lock("account")
                        .advise("contact-help-desk")
                        .route("account-recovery");
            }
            // A hundred wrong codes in a row end the checking where they were typed
            if (asked.familiarSource() && asked.failedChecksHereInARow() >= FAILED_CHECKS_LIMIT) {
                say.rule("HV-012", "too-many-checks")
                        .lock("account")
                        .advise("contact-help-desk")
                        .route("account-recovery");
            }
        }
    }

    private static void code(Asked asked, Say say) {
        // A destination that is asked for too often in ten minutes waits
        if (!asked.methodBlocked()
                && !asked.fromOwner()
                && asked.requestsToDestination10m() > DESTINATION_WAIT_LIMIT) {
            say.rule("HV-001", "high-volume").pause(DESTINATION_WAIT).advise("wait-before-retry");
        }
        // A destination that is asked for too often in an hour or a day is blocked
        if (!asked.methodBlocked()
                && !asked.fromOwner()
                && (asked.requestsToDestination1h() > DESTINATION_BLOCK_LIMIT
                        || asked.requestsToDestination24h() > DESTINATION_DAY_LIMIT)
                && asked.blocksOfDestination90d() < PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-002", "high-volume")
                    .block("method", asked.methodBlockLength())
                    .advise("try-another-method");
        }
        // A destination that was blocked again and again is blocked for good
        if (!asked.methodBlocked()
                && !asked.fromOwner()
                && (asked.requestsToDestination1h() > DESTINATION_BLOCK_LIMIT
                        || asked.requestsToDestination24h() > DESTINATION_DAY_LIMIT)
                && asked.blocksOfDestination90d() >= PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-003", "high-volume").blockForever("method").advise("try-another-method");
        }
        // A source that asks too often in an hour is blocked
        if (!asked.sourceBlocked()
                && !asked.familiarSource()
                && asked.requestsFromSource1h() > SOURCE_BLOCK_LIMIT
                && asked.blocksOfSource90d() < PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-004", "high-volume")
                    .block("source", asked.sourceBlockLength())
                    .advise("try-another-network");
        }
        // A source that asks for too many accounts in an hour is blocked
        if (!asked.sourceBlocked()
                && !asked.familiarSource()
                && asked.accountsFromSource1h() > SOURCE_ACCOUNTS_LIMIT
                && asked.blocksOfSource90d() < PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-005", "high-volume")
                    .block("source", asked.sourceBlockLength())
                    .advise("try-another-network");
        }
        // A source that was blocked again and again is blocked for good
        if (!asked.sourceBlocked()
                && !asked.familiarSource()
                && (asked.requestsFromSource1h() > SOURCE_BLOCK_LIMIT
                        || asked.accountsFromSource1h() > SOURCE_ACCOUNTS_LIMIT)
                && asked.blocksOfSource90d() >= PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-006", "high-volume").blockForever("source").advise("try-another-network");
        }
        // An account that asks too often in a day is blocked for strangers
        if (!asked.accountBlocked()
                && !asked.familiarSource()
                && asked.requestsOnAccount24h() > ACCOUNT_BLOCK_LIMIT
                && asked.blocksOfAccount90d() < PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-007", "high-volume")
                    .block("account", asked.accountBlockLength())
                    .advise("contact-help-desk");
        }
        // An account that was blocked again and again is blocked for good
        if (!asked.accountBlocked()
                && !asked.familiarSource()
                && asked.requestsOnAccount24h() > ACCOUNT_BLOCK_LIMIT
                && asked.blocksOfAccount90d() >= PERMANENT_AFTER_BLOCKS) {
            say.rule("HV-008", "high-volume")
                    .blockForever("account")
                    .advise("contact-help-desk")
                    .route("account-recovery");
        }
        // The owner's own source waits when it asks too often in a day
        if (asked.familiarSource() && asked.requestsOnAccountFromHere24h() > ACCOUNT_BLOCK_LIMIT) {
            say.rule("HV-009", "high-volume").pause(OWN_SOURCE_WAIT).advise("wait-before-retry");
        }
        // A number range that is asked for too often in an hour waits
        if (!asked.familiarSource() && asked.requestsInRange1h() > RANGE_WAIT_LIMIT) {
            say.rule("HV-010", "high-volume").pause(RANGE_WAIT).advise("try-another-method");
        }
    }
}
