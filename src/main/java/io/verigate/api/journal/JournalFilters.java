package io.verigate.api.journal;

import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.json.TextParser;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalFilter;

/// Reads the filter of the decision log.
final class JournalFilters {
    private static final int MAX_LENGTH = 64;

    private JournalFilters() {}

    /// Reads `account`, `verdict`, `rule`, `region` and `reason`; absent parameters filter nothing.
    static JournalFilter of(QueryParameters query) {
        var fields = query.fields();
        return new JournalFilter(
                query.text("account", InteractionReader.MAX_ID_LENGTH).orElse(null),
                fields.optionalEnumValue("verdict", Verdict.class).orElse(null),
                query.text("rule", MAX_LENGTH).orElse(null),
                fields.<String>optionalParsed(
                                "region", MAX_LENGTH, "bad-region", TextParser::region)
                        .orElse(null),
                query.text("reason", MAX_LENGTH).orElse(null));
    }
}
