package io.verigate.api.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Decision;
import io.verigate.decision.SubjectKind;
import io.verigate.journal.JournalLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An exported decision, with pseudonyms for account, address, IP address and device.
///
/// @param interaction kind of interaction
/// @param account pseudonym of the account
/// @param region region of the phone number; empty without one
/// @param destination pseudonym of the address; null without one
/// @param source pseudonym of the IP address; null if unknown
/// @param device pseudonym of the device; null if unknown
/// @param reasons codes, strongest first
/// @param fired ids of the rules that fired
/// @param facts facts by name
@Schema(description = "A logged decision with pseudonyms only")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExportedDecision(
        String id,
        Instant at,
        @Schema(example = "send-code") String interaction,
        @Schema(example = "allow") String verdict,
        @Nullable Instant until,
        @Schema(example = "0104f8d1c2b3a4958677685940312213") String account,
        @Schema(example = "GB", requiredMode = RequiredMode.NOT_REQUIRED) String region,
        @Nullable String destination,
        @Nullable String source,
        @Nullable String device,
        String ruleset,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> reasons,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> fired,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) Map<String, Object> facts) {
    /// Maps a log line.
    public static ExportedDecision of(JournalLine line, Fingerprints fingerprints) {
        Decision decision = line.decision();
        return new ExportedDecision(
                decision.id(),
                decision.at(),
                decision.interaction().wireName(),
                decision.verdict().wireName(),
                decision.until(),
                SubjectKey.of(SubjectKind.ACCOUNT, decision.account(), fingerprints).toString(),
                line.region(),
                text(line.traces().destination()),
                text(line.traces().source()),
                text(line.traces().device()),
                decision.ruleset(),
                decision.reasons().stream().map(Decision.Reason::code).toList(),
                decision.fired(),
                decision.facts());
    }

    private static @Nullable String text(@Nullable SubjectKey key) {
        return key == null ? null : key.toString();
    }
}
