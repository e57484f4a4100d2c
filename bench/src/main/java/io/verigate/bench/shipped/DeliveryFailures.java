package io.verigate.bench.shipped;

/// The policy `delivery-failures` by hand.
final class DeliveryFailures {

    private DeliveryFailures() {}

    static void ask(Asked asked, Say say) {
        if (asked.event().equals("code-undelivered")) {
            undelivered(asked, say);
        }
        if (asked.asksForCode()) {
            code(asked, say);
        }
    }

    private static void undelivered(Asked asked, Say say) {
        // Delivery failed: inbox full
        if (asked.deliveryCause().equals("inbox-full")) {
            say.rule("DF-001", "delivery-failure").mark("destination", "inbox-full");
        }
        // Delivery failed: unknown address
        if (asked.deliveryCause().equals("wrong-address")) {
            say.rule("DF-002", "delivery-failure").mark("destination", "wrong-address");
        }
        // Delivery failed: sender blocked
        if (asked.deliveryCause().equals("sender-blocked")) {
            say.rule("DF-003", "delivery-failure").mark("destination", "sender-blocked");
        }
        // Delivery failed: messaging app fault
        if (asked.deliveryCause().equals("app-fault")) {
            say.rule("DF-004", "delivery-failure").mark("destination", "app-fault");
        }
        // Delivery failed: phone unreachable
        if (asked.deliveryCause().equals("unreachable")
                || asked.deliveryCause().equals("other") && asked.receipt().equals("expired")) {
            say.rule("DF-005", "delivery-failure").mark("destination", "unreachable");
        }
    }

    private static void code(Asked asked, Say say) {
        // Earlier delivery failure, inbox full: advice
        if (asked.inboxFull1d() > 0) {
            say.rule("DF-011", "delivery-failure").advise("empty-inbox");
        }
        // Earlier delivery failure, unknown address: advice
        if (asked.wrongAddress30d() > 0) {
            say.rule("DF-012", "delivery-failure").advise("check-number");
        }
        // Earlier delivery failure, sender blocked: advice
        if (asked.senderBlocked30d() > 0) {
            say.rule("DF-013", "delivery-failure").advise("allow-unknown-senders");
        }
        // Earlier delivery failure, messaging app fault: advice
        if (asked.appFault1d() > 0) {
            say.rule("DF-014", "delivery-failure").advise("restart-messaging-app");
        }
        // Earlier delivery failure, phone unreachable: advice
        if (asked.unreachable1d() > 0) {
            say.rule("DF-015", "delivery-failure").advise("phone-on");
        }
        // Earlier delivery failure, cause unknown: advice
        if (asked.undelivered1d() > 0
                && asked.inboxFull1d() == 0
                && asked.wrongAddress30d() == 0
                && asked.senderBlocked30d() == 0
                && asked.appFault1d() == 0
                && asked.unreachable1d() == 0) {
            say.rule("DF-016", "delivery-failure")
                    .advise("check-number")
                    .advise("fallback-offered");
        }
    }
}
