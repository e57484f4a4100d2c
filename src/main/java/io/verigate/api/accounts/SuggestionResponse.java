package io.verigate.api.accounts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What may have been meant.
///
/// @param domains likeliest first; empty when nothing is near
@Schema(name = "Suggestion", description = "What may have been meant")
public record SuggestionResponse(@Schema(example = "[\"gmail.com\"]") List<String> domains) {
    public SuggestionResponse {
        domains = List.copyOf(domains);
    }
}
