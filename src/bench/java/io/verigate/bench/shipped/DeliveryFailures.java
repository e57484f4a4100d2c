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
        // A code did not arrive: the inbox is full
        if (asked.deliveryCause().equals("inbox-full")) {
            say.rule("DF-001", "delivery-failure").mark("destination", "inbox-full");
        }
        // A code did not arrive: nobody has the address
        if (asked.deliveryCause().equals("wrong-address")) {
            say.rule("DF-002", "delivery-failure").mark("destination", "wrong-address");
        }
        // A code did not arrive: the sender is held back
        if (asked.deliveryCause().equals("sender-blocked")) {
            say.rule("DF-003", "delivery-failure").mark("destination", "sender-blocked");
        }
        // A code did not arrive: the messaging app did not take it
        if (asked.deliveryCause().equals("app-fault")) {
            say.rule("DF-004", "delivery-failure").mark("destination", "app-fault");
        }
        // A code did not arrive: the phone cannot be reached
        if (asked.deliveryCause().equals("unreachable")
                || asked.deliveryCause().equals("other") && asked.receipt().equals("expired")) {
            say.rule("DF-005", "delivery-failure").mark("destination", "unreachable");
        }
    }

    private static void code(Asked asked, Say say) {
        // Advice after a code did not arrive: the inbox was full
        if (asked.inboxFull1d() > 0) {
            say.rule("DF-011", "delivery-failure").advise("empty-inbox");
        }
        // Advice after a code did not arrive: nobody had the address
        if (asked.wrongAddress30d() > 0) {
            say.rule("DF-012", "delivery-failure").advise("check-number");
        }
        // Advice after a code did not arrive: the sender was held back
        if (asked.senderBlocked30d() > 0) {
            say.rule("DF-013", "delivery-failure").advise("allow-unknown-senders");
        }
        // Advice after a code did not arrive: the messaging app did not take it
        if (asked.appFault1d() > 0) {
            say.rule("DF-014", "delivery-failure").advise("restart-messaging-app");
        }
        // Advice after a code did not arrive: the phone could not be reached
        if (asked.unreachable1d() > 0) {
            say.rule("DF-015", "delivery-failure").advise("phone-on");
        }
        // Advice after a code did not arrive
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
