package io.verigate.assessment;

import io.verigate.account.Account;
import io.verigate.decision.ActivityEvent;
import io.verigate.decision.EventReport;
import io.verigate.decision.Interaction;
import io.verigate.decision.Merge;
import io.verigate.decision.Standing;
import java.time.Instant;
import java.util.function.BiConsumer;

/// What becomes of an account by what was reported of it.
///
/// @param reached the method that was used
record AccountChange(Interaction interaction, ResolvedMethod reached, Instant now) {
    /// The account afterwards; the same when nothing was reported.
    ///
    /// @param merge what the rules say to it
    /// @param count counts what comes of it besides
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

    /// Security info that proves nothing yet makes no source familiar; what was proven before cancels a replacement. Who
    /// used none may be asked to verify some.
    private Account signedIn(
            Account before, Merge merge, Instant at, BiConsumer<ActivityEvent, Instant> count) {
        if (reached.info() != null && reached.working().isEmpty()) {
            return before;
        }
        Account learned = UsagePatternLearner.learn(before, reached, at);
        if (reached.working().isEmpty()) {
            return merge.prompts() ? learned.with(learned.prompt().noticed(now)) : learned;
        }
        count.accept(ActivityEvent.SECURITY_INFO_USED, at);
        return learned.used(at);
    }
}
