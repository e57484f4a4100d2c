package io.verigate.http;

import io.verigate.decision.Verdict;
import io.verigate.http.body.InteractionReader;
import io.verigate.http.body.Query;
import io.verigate.http.body.Texts;
import io.verigate.journal.JournalFilter;

/// Which decisions of the log a call is about.
final class JournalFilters {
    private static final int LONGEST = 64;

    private JournalFilters() {}

    /// As its parameters `account`, `verdict`, `rule`, `region` and `reason` tell; those that are missing filter nothing.
    static JournalFilter of(Query query) {
        var fields = query.fields();
        return new JournalFilter(
                query.text("account", InteractionReader.LONGEST_ID).orElse(null),
                fields.wordOr("verdict", Verdict.class).orElse(null),
                query.text("rule", LONGEST).orElse(null),
                fields.<String>parsedOr("region", LONGEST, "bad-region", Texts::region)
                        .orElse(null),
                query.text("reason", LONGEST).orElse(null));
    }
}
