package io.verigate.account;

import io.verigate.ledger.RecordType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request of the help desk to clear the security info of an account, which a second person approves (S29).
///
/// @param id unique, starts with `cl-`
/// @param account to clear
/// @param reason for the record
/// @param asked who requested it
/// @param askedAt when
/// @param approved who approved; null until approved
/// @param approvedAt when; null until approved
public record ClearRequest(
        String id,
        String account,
        String reason,
        Person asked,
        Instant askedAt,
        @Nullable Person approved,
        @Nullable Instant approvedAt) {
    /// Clear requests in the ledger, by id.
    public static final RecordType<String, ClearRequest> RECORDS =
            new RecordType<>("clear requests", String.class, ClearRequest.class, false);

    /// A person, identified by an API key.
    ///
    /// @param key id of the key
    /// @param name of the key
    public record Person(String key, String name) {
        /// Whether this is another person, as far as keys show: keys with the same name belong to one person.
        public boolean isOther(Person other) {
            return !key.equals(other.key) && !name.equals(other.name);
        }
    }

    /// The same, approved.
    public ClearRequest approved(Person by, Instant at) {
        return new ClearRequest(id, account, reason, asked, askedAt, by, at);
    }
}
