package io.verigate.journal;

import io.verigate.activity.SubjectKey;
import io.verigate.decision.Decision;
import io.verigate.ledger.RecordType;
import org.jspecify.annotations.Nullable;

/// One decision as it is kept. Holds no address: destinations and sources stand there as fingerprints.
///
/// @param decision the whole answer
/// @param channel word of the channel; empty without a method
/// @param hint what a person may be shown of the address; empty without one
/// @param region of the phone number; empty without one
/// @param destination fingerprint of the address; null without one
/// @param source fingerprint of the IP address; null when not told
/// @param device fingerprint of the device; null when not told
public record JournalEntry(
        Decision decision,
        String channel,
        String hint,
        String region,
        @Nullable SubjectKey destination,
        @Nullable SubjectKey source,
        @Nullable SubjectKey device) {
    /// Where entries stand in the ledger, by the id of the decision. Only ever written, never read by a step.
    public static final RecordType<String, JournalEntry> RECORDS =
            new RecordType<>("journal", String.class, JournalEntry.class, false);
}
