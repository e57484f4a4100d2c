package io.verigate.bench.shipped;

/// The policy `sms-availability` by hand.
final class SmsAvailability {

    private SmsAvailability() {}

    static void ask(Asked asked, Say say) {
        if (asked.asksForCode()) {
            code(asked, say);
        }
        // VoIP number reported: recorded for later requests
        if (!asked.asksForCode() && asked.lineTypeTold() && asked.lineType().equals("voip")) {
            say.rule("RA-013", "voip-number").mark("destination", "voip-number");
        }
    }

    private static void code(Asked asked, Say say) {
        // Region unavailable: refused
        if ((asked.channel().equals("sms") || asked.channel().equals("voice"))
                && asked.regionAvailability().equals("unavailable")) {
            say.rule("RA-001", "region-unavailable").refuse().advise("try-another-method");
        }
        // Region needs an opt-in: refused
        if ((asked.channel().equals("sms") || asked.channel().equals("voice"))
                && asked.regionAvailability().equals("opt-in")) {
            say.rule("RA-002", "region-opt-in").refuse().advise("try-another-method");
        }
        // Region limited: fallback offered
        if ((asked.channel().equals("sms") || asked.channel().equals("voice"))
                && asked.regionAvailability().equals("limited")) {
            say.rule("RA-003", "region-limited").advise("fallback-offered");
        }
        // Number outside every known numbering plan: check advised
        if ((asked.channel().equals("sms") || asked.channel().equals("voice"))
                && !asked.phoneValid()) {
            say.rule("RA-004", "unknown-number").advise("check-number");
        }
        // VoIP numbers are refused
        if (asked.lineType().equals("voip")) {
            say.rule("RA-010", "voip-number")
                    .refuse()
                    .mark("destination", "voip-number")
                    .advise("use-mobile-number");
        }
        // Numbers seen as VoIP are refused unless the caller reports another line type
        if (asked.voipSeen90d() > 0 && !asked.lineTypeTold() && !asked.lineType().equals("voip")) {
            say.rule("RA-014", "voip-number").refuse().advise("use-mobile-number");
        }
        // Premium-rate and shared-cost numbers are refused
        if (asked.lineType().equals("premium-rate") || asked.lineType().equals("shared-cost")) {
            say.rule("RA-011", "premium-number").refuse().advise("use-mobile-number");
        }
        // SMS to a fixed line: mobile number advised
        if (asked.channel().equals("sms") && asked.lineType().equals("fixed-line")) {
            say.rule("RA-012", "fixed-line").advise("use-mobile-number").advise("fallback-offered");
        }
    }
}
