package io.verigate.api.accounts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Suggested domains.
///
/// @param domains likeliest first
@Schema(name = "Suggestion", description = "Suggested domains")
public record SuggestionResponse(@Schema(example = "[\"gmail.com\"]") List<String> domains) {
    public SuggestionResponse {
        domains = List.copyOf(domains);
    }
}
