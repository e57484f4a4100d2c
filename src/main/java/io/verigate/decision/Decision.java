package io.verigate.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer to one interaction, with everything that explains it.
///
/// @param id unique, sorted by time
/// @param at when it was made
/// @param interaction what was assessed
/// @param account whose
/// @param verdict the answer
/// @param until when a delay, a wait or a temporary block ends; null when no time belongs to it
/// @param repeatAt when the same request would not have to wait if nothing else happens, as the rules said when they were
///     asked; null when they would not, or no time belongs to it
/// @param reasons why, strongest first; empty when allowed
/// @param block the block that holds; null unless the verdict is `BLOCK`
/// @param methods the account's other methods that would work now, best first
/// @param advice codes of advice, most useful first
/// @param route where the person is sent; empty when nowhere
/// @param sender the published sender of the channel; null without a method
/// @param ruleset revision of the rule set
/// @param fired ids of the rules that fired
/// @param losers findings that were weaker than the verdict
/// @param shadows findings without effect
/// @param facts what was known, by name
public record Decision(
        String id,
        Instant at,
        InteractionKind interaction,
        String account,
        Verdict verdict,
        @Nullable Instant until,
        @Nullable Instant repeatAt,
        List<Reason> reasons,
        @Nullable HeldBlock block,
        List<UsableMethod> methods,
        List<String> advice,
        String route,
        @Nullable Sender sender,
        String ruleset,
        List<String> fired,
        List<Finding> losers,
        List<Finding> shadows,
        Map<String, Object> facts) {

    /// Columns of the table `waysBack` of the policies: where people are sent who can use none of their methods, and who
    /// have none.
    private static final String NONE_OF_THESE = "noneOfThese";

    private static final String WITHOUT_SECURITY_INFO = "withoutSecurityInfo";

    /// Why: a stable code and the rule that said so.
    public record Reason(String code, String rule) {}

    /// The block that holds.
    ///
    /// @param id of the stored block; empty when the account's standing holds it back
    /// @param until its end; null when permanent
    /// @param clause of the terms of service; empty for other reasons
    public record HeldBlock(String id, Scope scope, @Nullable Instant until, String clause) {
        /// Whether it has no end.
        public boolean permanent() {
            return until == null;
        }
    }

    /// A method of the account that would work now.
    public record UsableMethod(String securityInfo, Channel channel, String hint) {}

    /// The one published sender of a channel (S08).
    public record Sender(Channel channel, String address) {}

    /// The block that holds; empty unless the verdict is `BLOCK`.
    public Optional<HeldBlock> heldBlock() {
        return Optional.ofNullable(block);
    }

    /// Where the choice "none of these" below the methods leads (S10), as the policies said when this was decided; empty
    /// for reports and for accounts that are not known.
    public Optional<String> otherwise() {
        if (interaction == InteractionKind.REPORT) {
            return Optional.empty();
        }
        boolean has = facts.containsKey(KnownFact.CONFIRMED_METHODS.definition().name());
        return Optional.ofNullable(facts.get(has ? NONE_OF_THESE : WITHOUT_SECURITY_INFO))
                .map(Object::toString);
    }

    /// When the same request may be repeated, after a wait or a temporary block; empty when it is of no use.
    public Optional<Instant> retryAt() {
        return verdict == Verdict.WAIT || verdict == Verdict.BLOCK
                ? Optional.ofNullable(repeatAt)
                : Optional.empty();
    }
}
