package io.verigate.api.journal;

import io.verigate.api.common.json.QueryParameters;
import io.verigate.api.common.json.TextParser;
import io.verigate.api.decisions.InteractionReader;
import io.verigate.decision.Verdict;
import io.verigate.journal.JournalFilter;

/// Which decisions of the log a call is about.
final class JournalFilters {
    private static final int MAX_LENGTH = 64;

    private JournalFilters() {}

    /// As its parameters `account`, `verdict`, `rule`, `region` and `reason` tell; those that are missing filter nothing.
    static JournalFilter of(QueryParameters query) {
        var fields = query.fields();
        return new JournalFilter(
                query.text("account", InteractionReader.MAX_ID_LENGTH).orElse(null),
                fields.wordOr("verdict", Verdict.class).orElse(null),
                query.text("rule", MAX_LENGTH).orElse(null),
                fields.<String>parsedOr("region", MAX_LENGTH, "bad-region", TextParser::region)
                        .orElse(null),
                query.text("reason", MAX_LENGTH).orElse(null));
    }
}
