package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.account.Pattern;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.SubjectKind;
import java.time.Instant;
import java.util.Optional;

/// Keeps the pattern of an account: where it succeeds from becomes familiar.
final class UsagePatternLearner {
    private UsagePatternLearner() {}

    /// The account after a success from a source.
    static Account learn(Account account, ResolvedMethod reached, Instant at) {
        Pattern pattern =
                account.pattern()
                        .with(
                                name(reached.subjects().find(SubjectKind.DEVICE)),
                                name(reached.subjects().find(SubjectKind.NETWORK)),
                                reached.country(),
                                at);
        return account.with(pattern);
    }

    /// How a device or a network is called in a pattern; empty when it is not known.
    static String name(Optional<SubjectKey> key) {
        return key.map(SubjectKey::toString).orElse("");
    }
}
