package io.verigate.journal;

import io.verigate.activity.SubjectKey;
import io.verigate.decision.Decision;
import io.verigate.ledger.RecordType;
import org.jspecify.annotations.Nullable;

/// A recorded decision. Contains no address: destinations and clients are fingerprints.
///
/// @param decision the complete decision
/// @param channel wire name of the channel; empty without a method
/// @param hint masked address for display; empty without one
/// @param region of the phone number; empty without one
/// @param destination fingerprint of the address; null without one
/// @param source fingerprint of the IP address; null when unknown
/// @param device fingerprint of the device; null when unknown
public record JournalEntry(
        Decision decision,
        String channel,
        String hint,
        String region,
        @Nullable SubjectKey destination,
        @Nullable SubjectKey source,
        @Nullable SubjectKey device) {
    /// Ledger records by the id of the decision. Write-only: no transaction reads them.
    public static final RecordType<String, JournalEntry> RECORDS =
            new RecordType<>("journal", String.class, JournalEntry.class, false);
}
