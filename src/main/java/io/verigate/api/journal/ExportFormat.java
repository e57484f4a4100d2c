package io.verigate.api.journal;

import io.verigate.api.common.json.Json;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.WireEnum;
import io.verigate.journal.JournalExport;
import io.verigate.journal.JournalLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Formats of the decision log export. Both contain pseudonyms only.
public enum ExportFormat implements WireEnum {
    /// One JSON object per line, with all fields.
    NDJSON("application/x-ndjson", "") {
        @Override
        public String line(ExportedDecision decision) {
            return Json.text(decision) + '\n';
        }
    },
    /// CSV for spreadsheets, without facts.
    CSV(
            "text/csv; charset=utf-8; header=present",
            "id,at,interaction,verdict,until,account,region,destination,source,device,ruleset,reasons,rules\r\n") {
        @Override
        public String line(ExportedDecision decision) {
            return Csv.line(
                    List.of(
                            decision.id(),
                            decision.at().toString(),
                            decision.interaction(),
                            decision.verdict(),
                            Objects.toString(decision.until(), ""),
                            decision.account(),
                            decision.region(),
                            Objects.toString(decision.destination(), ""),
                            Objects.toString(decision.source(), ""),
                            Objects.toString(decision.device(), ""),
                            decision.ruleset(),
                            String.join(" ", decision.reasons()),
                            String.join(" ", decision.fired())));
        }
    };

    private final String contentType;
    private final String header;

    ExportFormat(String contentType, String header) {
        this.contentType = contentType;
        this.header = header;
    }

    /// Its media type.
    public String contentType() {
        return contentType;
    }

    /// Renders pages of the log with pseudonyms.
    JournalExport.Form form(Fingerprints fingerprints) {
        return new JournalExport.Form() {
            @Override
            public byte[] header() {
                return header.getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] page(List<JournalLine> lines) {
                return lines.stream()
                        .map(decision -> line(ExportedDecision.of(decision, fingerprints)))
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    /// Returns one decision as a line, including its line break.
    public abstract String line(ExportedDecision decision);
}
