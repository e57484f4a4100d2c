package io.verigate.http.wire;

import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.account.Account;
import java.time.Instant;

/// An account as callers get it.
///
/// @param language BCP 47; empty when it was not told
@Schema(description = "An account")
public record AccountAnswer(
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
        Instant firstSeen) {
    /// The answer.
    public static AccountAnswer of(Account account) {
        return new AccountAnswer(
                account.id(),
                account.kind().word(),
                account.language(),
                account.standing().word(),
                account.firstSeen());
    }
}
