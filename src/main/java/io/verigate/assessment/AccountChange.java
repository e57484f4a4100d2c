package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.Merge;
import io.verigate.decision.Standing;
import java.time.Instant;
import java.util.function.BiConsumer;

/// Applies a reported event to its account.
///
/// @param method that was used
record AccountChange(Interaction interaction, ResolvedMethod method, Instant now) {
    /// The account after the event; unchanged when nothing was reported.
    ///
    /// @param merge of the findings
    /// @param count counts a further event
    Account after(Account before, Merge merge, BiConsumer<ActivityEvent, Instant> count) {
        EventReport report = interaction.reported();
        if (report == null) {
            return before;
        }
        return switch (report.event()) {
            case SIGN_IN_SUCCEEDED ->
                    merge.verdict().accepts()
                            ? signedIn(before, merge, report.at(), count)
                            : before;
            case ACCOUNT_FLAGGED -> before.with(Standing.FLAGGED, now);
            case ACCOUNT_CLEARED -> before.with(Standing.GOOD, now);
            case SIGN_IN_FAILED, TERMS_VIOLATION, UNREQUESTED_CODE, SIM_CHANGED, CODE_UNDELIVERED ->
                    before;
        };
    }

    /// Only confirmed security info makes a client familiar and cancels a pending replacement. A person who used none
    /// may be prompted to verify some.
    private Account signedIn(
            Account before, Merge merge, Instant at, BiConsumer<ActivityEvent, Instant> count) {
        if (method.info() != null && method.working().isEmpty()) {
            return before;
        }
        Account learned = UsagePatternLearner.learn(before, method, at);
        if (method.working().isEmpty()) {
            return merge.prompts() ? learned.with(learned.prompt().noticed(now)) : learned;
        }
        count.accept(ActivityEvent.SECURITY_INFO_USED, at);
        return learned.used(at);
    }
}
