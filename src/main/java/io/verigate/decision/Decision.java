package io.verigate.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer to one interaction, with everything that explains it. Immutable.
///
/// @param id unique, sorted by time
/// @param at when it was made
/// @param interaction what was assessed
/// @param account that the interaction is about
/// @param verdict the answer
/// @param until when a delay, a wait or a temporary block ends; null when none applies
/// @param repeatAt when the rules would accept the same request if nothing else happens; null when never, or when none
///     applies
/// @param reasons why, strongest first; empty when allowed
/// @param block the active block; null unless the verdict is `BLOCK`
/// @param methods the account's other methods that would work now, best first
/// @param advice codes of advice, most useful first
/// @param route where the person is referred to; empty when nowhere
/// @param sender the published sender of the channel; null without a method
/// @param ruleset revision of the rule set
/// @param fired ids of the rules that fired
/// @param losers findings that were weaker than the verdict
/// @param shadows findings without effect
/// @param facts the known facts, by name
public record Decision(
        String id,
        Instant at,
        InteractionKind interaction,
        String account,
        Verdict verdict,
        @Nullable Instant until,
        @Nullable Instant repeatAt,
        List<Reason> reasons,
        @Nullable ActiveBlock block,
        List<UsableMethod> methods,
        List<String> advice,
        String route,
        @Nullable Sender sender,
        String ruleset,
        List<String> fired,
        List<Finding> losers,
        List<Finding> shadows,
        Map<String, Object> facts) {

    /// Columns of the policy table `waysBack`: where people are referred to who can use none of their methods, and who
    /// have none.
    private static final String NONE_OF_THESE = "noneOfThese";

    private static final String WITHOUT_SECURITY_INFO = "withoutSecurityInfo";

    /// A stable reason code and the rule that gave it.
    public record Reason(String code, String rule) {}

    /// An active block.
    ///
    /// @param id of the stored block; empty when the account's standing is the reason
    /// @param until its end; null when permanent
    /// @param clause of the terms of service; empty for other reasons
    public record ActiveBlock(String id, Scope scope, @Nullable Instant until, String clause) {
        /// Whether it has no end.
        public boolean permanent() {
            return until == null;
        }
    }

    /// A method of the account that would work now.
    public record UsableMethod(String securityInfo, Channel channel, String hint) {}

    /// The one published sender of a channel (S08).
    public record Sender(Channel channel, String address) {}

    /// The active block; empty unless the verdict is `BLOCK`.
    public Optional<ActiveBlock> activeBlock() {
        return Optional.ofNullable(block);
    }

    /// Where the choice "none of these" below the methods leads (S10), by the policies at the time of the decision;
    /// empty for reports and for unknown accounts.
    public Optional<String> noneOfTheseRoute() {
        if (interaction == InteractionKind.REPORT) {
            return Optional.empty();
        }
        boolean has = facts.containsKey(KnownFact.CONFIRMED_METHODS.definition().name());
        return Optional.ofNullable(facts.get(has ? NONE_OF_THESE : WITHOUT_SECURITY_INFO))
                .map(Object::toString);
    }

    /// When the same request may be repeated, after a wait or a temporary block; empty when repeating it is useless.
    public Optional<Instant> retryAt() {
        return verdict == Verdict.WAIT || verdict == Verdict.BLOCK
                ? Optional.ofNullable(repeatAt)
                : Optional.empty();
    }
}
