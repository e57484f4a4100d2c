package io.verigate.http.wire;

import io.verigate.decision.Decision;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import java.util.Optional;

/// Where people are sent who can use none of their methods: what the table `waysBack` of the policies said when it was
/// decided.
final class WayBack {
    private static final String RECOVERY = "account-recovery";

    private WayBack() {}

    /// Where the choice "none of these" leads (S10); empty for reports and for accounts that are not known.
    static Optional<String> otherwise(Decision decision) {
        if (decision.interaction() == InteractionKind.REPORT) {
            return Optional.empty();
        }
        boolean has =
                decision.facts().containsKey(KnownFact.CONFIRMED_METHODS.definition().name());
        return Optional.ofNullable(
                        decision.facts().get(has ? "noneOfThese" : "withoutSecurityInfo"))
                .map(Object::toString);
    }

    static boolean isRecovery(Decision decision) {
        return decision.route().equals(RECOVERY)
                || otherwise(decision).filter(RECOVERY::equals).isPresent();
    }
}
