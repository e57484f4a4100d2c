package io.verigate.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long an account has been asked to verify its security info (S23, S24). Immutable.
///
/// @param noticedAt when it was first asked; null while it is not asked
/// @param skippedAt when that was last put off; null when it was not since the first notice
/// @param verifiedAt when a confirmed method last proved something; null when none did
public record PromptClock(
        @Nullable Instant noticedAt, @Nullable Instant skippedAt, @Nullable Instant verifiedAt) {
    /// Nothing was asked and nothing verified.
    public static final PromptClock NEW = new PromptClock(null, null, null);

    /// Whether the account was asked and has not verified anything since.
    public boolean runs() {
        return noticedAt != null;
    }

    /// It is asked: the days begin, unless they run already.
    public PromptClock noticed(Instant now) {
        return runs() ? this : new PromptClock(now, null, verifiedAt);
    }

    /// It was put off; nothing changes while nothing is asked.
    public PromptClock skipped(Instant now) {
        return runs() ? new PromptClock(noticedAt, now, verifiedAt) : this;
    }

    /// Something was verified: the days end. It may be told late.
    public PromptClock verified(Instant at) {
        boolean last = verifiedAt == null || at.isAfter(verifiedAt);
        return new PromptClock(null, null, last ? at : verifiedAt);
    }
}
