package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.account.Pattern;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.SubjectKind;
import java.time.Instant;
import java.util.Optional;

/// Learns the usage pattern of an account from its successes.
final class UsagePatternLearner {
    private UsagePatternLearner() {}

    /// The account after a success.
    static Account learn(Account account, ResolvedMethod method, Instant at) {
        Pattern pattern =
                account.pattern()
                        .with(
                                name(method.subjects().find(SubjectKind.DEVICE)),
                                name(method.subjects().find(SubjectKind.NETWORK)),
                                method.country(),
                                at);
        return account.with(pattern);
    }

    /// The name of a device or network in a pattern; empty when unknown.
    static String name(Optional<SubjectKey> key) {
        return key.map(SubjectKey::toString).orElse("");
    }
}
