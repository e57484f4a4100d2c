package io.verigate.api.accounts;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.account.Account;
import io.verigate.account.PromptClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account.
///
/// @param language BCP 47; empty if unknown
@Schema(description = "An account")
public record AccountResponse(
        @Schema(example = "a-1001") String id,
        @Schema(
                        example = "personal",
                        allowableValues = {"personal", "managed"})
                String kind,
        @Schema(example = "en-GB") String language,
        @Schema(
                        example = "good",
                        allowableValues = {"good", "flagged", "locked"})
                String standing,
        Instant firstSeen,
        @Schema(description = "Null unless the user is being prompted to verify security info")
                @Nullable Prompt prompt) {
    /// Since when the user has been prompted to verify security info.
    ///
    /// @param since the first prompt
    /// @param skippedAt when it was last skipped; null if never
    @Schema(name = "Prompt")
    public record Prompt(Instant since, @Nullable Instant skippedAt) {}

    public static AccountResponse of(Account account) {
        return new AccountResponse(
                account.id(),
                account.kind().wireName(),
                account.language(),
                account.standing().wireName(),
                account.firstSeen(),
                prompt(account.prompt()));
    }

    private static @Nullable Prompt prompt(PromptClock clock) {
        return clock.noticedAt() == null ? null : new Prompt(clock.noticedAt(), clock.skippedAt());
    }
}
