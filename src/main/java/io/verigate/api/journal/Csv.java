package io.verigate.api.journal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes CSV (RFC 4180) that spreadsheets do not evaluate as formulas.
public final class Csv {
    /// Prefixes that spreadsheets interpret as formulas (OWASP, CSV injection).
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private Csv() {}

    /// Returns one line, including its line break.
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// A leading apostrophe turns a formula into text.
    private static String cell(String text) {
        String plain = FORMULA.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(plain).find() ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
