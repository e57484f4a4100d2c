package io.verigate.account;

import io.verigate.ledger.RecordType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One person of the help desk asks to clear the security info of an account, and another one approves (S29).
///
/// @param id unique, starts with `cl-`
/// @param account whose
/// @param reason for the record
/// @param asked who asked
/// @param askedAt when
/// @param approved who approved; null while nobody has
/// @param approvedAt when; null while nobody has
public record ClearRequest(
        String id,
        String account,
        String reason,
        Person asked,
        Instant askedAt,
        @Nullable Person approved,
        @Nullable Instant approvedAt) {
    /// Where they stand in the ledger.
    public static final RecordType<String, ClearRequest> RECORDS =
            new RecordType<>("clear requests", String.class, ClearRequest.class, false);

    /// Who did something, by the API key that it was done with.
    ///
    /// @param key id of the key
    /// @param name of the key
    public record Person(String key, String name) {
        /// Whether this is somebody else, as far as keys tell: two keys of one name are one person's.
        public boolean isOther(Person other) {
            return !key.equals(other.key) && !name.equals(other.name);
        }
    }

    /// The same, approved.
    public ClearRequest approved(Person by, Instant at) {
        return new ClearRequest(id, account, reason, asked, askedAt, by, at);
    }
}
