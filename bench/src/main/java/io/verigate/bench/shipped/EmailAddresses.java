package io.verigate.bench.shipped;

/// The policy `email-addresses` by hand.
final class EmailAddresses {

    private EmailAddresses() {}

    static void ask(Asked asked, Say say) {
        if (asked.asksForCode()) {
            // E-mail address in one of the operator's own domains: private window advised
            if (asked.ownDomainEmail()) {
                say.rule("EA-001", "own-domain-email").advise("private-window");
            }
            // E-mail address with a likely typo: check advised
            if (asked.lookalikeEmail() && !asked.methodState().equals("confirmed")) {
                say.rule("EA-002", "lookalike-email").advise("check-address");
            }
        }
    }
}
