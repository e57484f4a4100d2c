package io.verigate.journal;

import io.verigate.activity.SubjectKey;
import io.verigate.decision.Decision.Reason;
import io.verigate.decision.Decision;
import io.verigate.decision.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One decision as it lies in the log. Finding it is cheap, reading it is not: that is left to whoever needs it, in a
/// thread of its choice.
public interface JournalLine {
    /// Of the decision.
    String id();

    /// When it was made.
    Instant at();

    /// Whose.
    String account();

    /// The answer.
    Verdict verdict();

    /// Of the phone number; empty without one.
    String region();

    /// Revision of the rule set that decided.
    String ruleset();

    /// Whom it was about, by fingerprints.
    Traces traces();

    /// What is compared when others decide on the same facts.
    ///
    /// @param facts is handed the facts
    Said read(FactReader facts);

    /// The whole decision.
    Decision decision();

    /// Whom a decision was about.
    ///
    /// @param destination fingerprint of the address; null without one
    /// @param source fingerprint of the IP address; null when not told
    /// @param device fingerprint of the device; null when not told
    record Traces(
            @Nullable SubjectKey destination,
            @Nullable SubjectKey source,
            @Nullable SubjectKey device) {}

    /// What a decision said.
    ///
    /// @param until as in `Decision`
    /// @param reasons as in `Decision`
    /// @param fired as in `Decision`
    record Said(@Nullable Instant until, List<Reason> reasons, List<String> fired) {
        public Said {
            reasons = List.copyOf(reasons);
            fired = List.copyOf(fired);
        }
    }

    /// Takes recorded facts.
    interface FactReader {
        /// Whether it is worth reading the value of this fact.
        boolean wants(String name);

        /// One recorded fact that is wanted.
        void fact(String name, Object value);
    }
}
