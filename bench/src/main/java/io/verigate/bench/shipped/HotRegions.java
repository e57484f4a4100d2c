package io.verigate.bench.shipped;

import static io.verigate.bench.shipped.Asked.shorter;

import java.time.Duration;

/// The policy `hot-regions` by hand.
final class HotRegions {
    private static final long ELEVATED_CODES = 60;
    private static final long ELEVATED_VERIFIED = 50;
    private static final long ELEVATED_UNDELIVERED = 30;
    private static final Duration HOT_LENGTH = Duration.ofHours(6);
    private static final long ELEVATED_AGAIN_CODES = 30;
    private static final long ELEVATED_AGAIN_VERIFIED = 65;
    private static final long HIGH_CODES = 150;
    private static final long HIGH_VERIFIED = 35;
    private static final long HIGH_AGAIN_CODES = 75;
    private static final long HIGH_AGAIN_VERIFIED = 50;
    private static final Duration ELEVATED_DELAY = Duration.ofMinutes(2);
    private static final Duration HIGH_DELAY = Duration.ofMinutes(10);
    private static final long SEVERE_CODES = 300;
    private static final long SEVERE_VERIFIED = 20;
    private static final long SEVERE_SOURCES = 50;
    private static final long SEVERE_AGAIN_REQUESTS = 100;
    private static final long SEVERE_AGAIN_SOURCES = 25;
    private static final Duration MAX_BLOCK_LENGTH = Duration.ofDays(7);
    private static final long RANGE_CODES = 40;
    private static final long RANGE_VERIFIED = 20;
    private static final long RANGE_AGAIN_CODES = 20;
    private static final long RANGE_AGAIN_VERIFIED = 40;

    private HotRegions() {}

    static void ask(Asked asked, Say say) {
        if (asked.asksForCode()) {
            code(asked, say);
        }
    }

    private static void code(Asked asked, Say say) {
        // SMS pumping in a region: level elevated
        if (asked.codesToRegion1h() >= ELEVATED_CODES
                        && (asked.verifiedShare() < ELEVATED_VERIFIED
                                || asked.undeliveredShare() >= ELEVATED_UNDELIVERED)
                || shorter(asked.sinceElevated(), HOT_LENGTH)
                        && asked.codesToRegion1h() >= ELEVATED_AGAIN_CODES
                        && asked.verifiedShare() < ELEVATED_AGAIN_VERIFIED) {
            say.rule("HR-001", "hot-region").mark("region", "elevated-traffic");
        }
        // SMS pumping in a region: level high
        if (asked.codesToRegion1h() >= HIGH_CODES && asked.verifiedShare() < HIGH_VERIFIED
                || shorter(asked.sinceHigh(), HOT_LENGTH)
                        && asked.codesToRegion1h() >= HIGH_AGAIN_CODES
                        && asked.verifiedShare() < HIGH_AGAIN_VERIFIED) {
            say.rule("HR-002", "hot-region").mark("region", "high-traffic");
        }
        // SMS pumping, elevated: codes to the region are delayed
        if (!asked.fromOwner()
                && shorter(asked.sinceElevated(), HOT_LENGTH)
                && !shorter(asked.sinceHigh(), HOT_LENGTH)) {
            say.rule("HR-010", "hot-region").delay(ELEVATED_DELAY).advise("fallback-offered");
        }
        // SMS pumping, high: codes to the region are delayed longer
        if (!asked.fromOwner() && shorter(asked.sinceHigh(), HOT_LENGTH)) {
            say.rule("HR-011", "hot-region").delay(HIGH_DELAY).advise("fallback-offered");
        }
        // SMS pumping, severe: region block for unrecognised clients
        if (!asked.regionBlocked()
                && !asked.familiarSource()
                && asked.codesToRegion1h() >= SEVERE_CODES
                && asked.verifiedShare() < SEVERE_VERIFIED
                && asked.sourcesToRegion1h() >= SEVERE_SOURCES) {
            say.rule("HR-020", "hot-region")
                    .block("region", HOT_LENGTH)
                    .advise("try-another-method");
        }
        // SMS pumping, severe and continuing: region block restarts
        if (asked.regionBlocked()
                && asked.regionBlockReason().equals("hot-region")
                && !asked.familiarSource()
                && asked.requestsToRegion1h() >= SEVERE_AGAIN_REQUESTS
                && asked.sourcesToRegion1h() >= SEVERE_AGAIN_SOURCES) {
            say.rule("HR-021", "hot-region")
                    .restart("region", HOT_LENGTH, MAX_BLOCK_LENGTH)
                    .advise("try-another-method");
        }
        // SMS pumping in a number range: level high
        if (asked.codesToRange24h() >= RANGE_CODES && asked.verifiedShareOfRange() < RANGE_VERIFIED
                || shorter(asked.sinceHighInRange(), HOT_LENGTH)
                        && asked.codesToRange24h() >= RANGE_AGAIN_CODES
                        && asked.verifiedShareOfRange() < RANGE_AGAIN_VERIFIED) {
            say.rule("HR-030", "hot-region").mark("number-range", "high-traffic");
        }
        // SMS pumping in a number range: codes are delayed
        if (!asked.fromOwner()
                && shorter(asked.sinceHighInRange(), HOT_LENGTH)
                && !shorter(asked.sinceHigh(), HOT_LENGTH)) {
            say.rule("HR-031", "hot-region").delay(HIGH_DELAY).advise("fallback-offered");
        }
    }
}
