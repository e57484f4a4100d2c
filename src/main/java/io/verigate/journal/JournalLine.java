package io.verigate.journal;

import io.verigate.activity.SubjectKey;
import io.verigate.decision.Decision;
import io.verigate.decision.Decision.Reason;
import io.verigate.decision.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One recorded decision in stored form. Parsing it is expensive, so it is left to the caller, in a
/// thread of its choice.
public interface JournalLine {
    /// Id of the decision.
    String id();

    /// When it was made.
    Instant at();

    /// The account.
    String account();

    /// The verdict.
    Verdict verdict();

    /// Region of the phone number; empty without one.
    String region();

    /// Revision of the rule set that decided.
    String ruleset();

    /// Fingerprints of destination, client and device.
    SubjectFingerprints traces();

    /// Parses the part that is compared when other rules decide on the same facts.
    ///
    /// @param facts receives the facts
    RecordedOutcome read(FactReader facts);

    /// Parses the complete decision.
    Decision decision();

    /// Fingerprints of a decision's subjects.
    ///
    /// @param destination fingerprint of the address; null without one
    /// @param source fingerprint of the IP address; null when unknown
    /// @param device fingerprint of the device; null when unknown
    record SubjectFingerprints(
            @Nullable SubjectKey destination,
            @Nullable SubjectKey source,
            @Nullable SubjectKey device) {}

    /// The recorded outcome of a decision.
    ///
    /// @param until as in `Decision`
    /// @param reasons as in `Decision`
    /// @param fired as in `Decision`
    record RecordedOutcome(@Nullable Instant until, List<Reason> reasons, List<String> fired) {
        public RecordedOutcome {
            reasons = List.copyOf(reasons);
            fired = List.copyOf(fired);
        }
    }

    /// Receives recorded facts.
    interface FactReader {
        /// Whether the value of this fact is needed.
        boolean wants(String name);

        /// Receives one needed fact.
        void fact(String name, Object value);
    }
}
