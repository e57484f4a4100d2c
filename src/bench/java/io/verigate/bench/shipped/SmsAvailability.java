package io.verigate.bench.shipped;

/// The policy `sms-availability` by hand.
final class SmsAvailability {

    private SmsAvailability() {}

    static void ask(Asked asked, Say say) {
        if (asked.asksForCode()) {
            code(asked, say);
        }
        // A number that turned out to be on the internet is remembered
        if (!asked.asksForCode() && asked.lineTypeTold() && asked.lineType().equals("voip")) {
            say.rule("RA-013", "voip-number").mark("destination", "voip-number");
        }
    }

    private static void code(Asked asked, Say say) {
        // A region without service is refused
        if ((asked.channel().equals("sms") || asked.channel().equals("voice"))
                && asked.regionAvailability().equals("unavailable")) {
            say.rule("RA-001", "region-unavailable").refuse().advise("try-another-method");
        }
        // A region that needs an opt-in is refused until then
        if ((asked.channel().equals("sms") || asked.channel().equals("voice"))
                && asked.regionAvailability().equals("opt-in")) {
            say.rule("RA-002", "region-opt-in").refuse().advise("try-another-method");
        }
        // A region with trouble is served with a fallback offered
        if ((asked.channel().equals("sms") || asked.channel().equals("voice"))
                && asked.regionAvailability().equals("limited")) {
            say.rule("RA-003", "region-limited").advise("fallback-offered");
        }
        // A number outside the numbering plan comes with a hint
        if ((asked.channel().equals("sms") || asked.channel().equals("voice"))
                && !asked.phoneValid()) {
            say.rule("RA-004", "unknown-number").advise("check-number");
        }
        // A number on the internet is refused
        if (asked.lineType().equals("voip")) {
            say.rule("RA-010", "voip-number")
                    .refuse()
                    .mark("destination", "voip-number")
                    .advise("use-mobile-number");
        }
        // A number that was on the internet is refused until the caller knows better
        if (asked.voipSeen90d() > 0 && !asked.lineTypeTold() && !asked.lineType().equals("voip")) {
            say.rule("RA-014", "voip-number").refuse().advise("use-mobile-number");
        }
        // A number that pays the one who is called is refused
        if (asked.lineType().equals("premium-rate") || asked.lineType().equals("shared-cost")) {
            say.rule("RA-011", "premium-number").refuse().advise("use-mobile-number");
        }
        // A text message to a fixed line comes with a hint
        if (asked.channel().equals("sms") && asked.lineType().equals("fixed-line")) {
            say.rule("RA-012", "fixed-line").advise("use-mobile-number").advise("fallback-offered");
        }
    }
}
