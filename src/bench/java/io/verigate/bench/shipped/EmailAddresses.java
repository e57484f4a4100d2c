package io.verigate.bench.shipped;

/// The policy `email-addresses` by hand.
final class EmailAddresses {

    private EmailAddresses() {}

    static void ask(Asked asked, Say say) {
        if (asked.asksForCode()) {
            // An address of the operator's own accounts comes with a hint
            if (asked.ownDomainEmail()) {
                say.rule("EA-001", "own-domain-email").advise("private-window");
            }
            // An address that looks mistyped comes with a hint
            if (asked.lookalikeEmail() && !asked.methodState().equals("confirmed")) {
                say.rule("EA-002", "lookalike-email").advise("check-address");
            }
        }
    }
}
