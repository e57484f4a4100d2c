package io.verigate.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The state of the prompt to verify security info (S23, S24). Immutable.
///
/// @param noticedAt when the prompt was first shown; null while it is closed
/// @param skippedAt when it was last skipped; null when it was not since the first notice
/// @param verifiedAt when a confirmed method was last verified; null when none was
public record PromptClock(
        @Nullable Instant noticedAt, @Nullable Instant skippedAt, @Nullable Instant verifiedAt) {
    /// Never prompted, never verified.
    public static final PromptClock NEW = new PromptClock(null, null, null);

    /// Whether the prompt is open.
    public boolean runs() {
        return noticedAt != null;
    }

    /// After the prompt was shown: opens it, unless it is open.
    public PromptClock noticed(Instant now) {
        return runs() ? this : new PromptClock(now, null, verifiedAt);
    }

    /// After the prompt was skipped; unchanged while it is closed.
    public PromptClock skipped(Instant now) {
        return runs() ? new PromptClock(noticedAt, now, verifiedAt) : this;
    }

    /// After a verification, which closes the prompt. It may be reported late.
    public PromptClock verified(Instant at) {
        boolean last = verifiedAt == null || at.isAfter(verifiedAt);
        return new PromptClock(null, null, last ? at : verifiedAt);
    }
}
