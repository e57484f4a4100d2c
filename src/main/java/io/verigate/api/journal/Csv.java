package io.verigate.api.journal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes lines of comma-separated values (RFC 4180) that a spreadsheet shows and never calculates.
public final class Csv {
    /// What makes a spreadsheet take a cell for a formula (OWASP, CSV injection).
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private Csv() {}

    /// One line with its end.
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// An apostrophe before it makes a text of what would be a formula.
    private static String cell(String text) {
        String plain = FORMULA.matcher(text).matches() ? "'" + text : text;
        return QUOTED.matcher(plain).find() ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
