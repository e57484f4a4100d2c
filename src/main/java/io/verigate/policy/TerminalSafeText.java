package io.verigate.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes untrusted text safe for terminals and logs: control characters and line breaks are escaped, and long quotes are
/// cut.
public final class TerminalSafeText {
    /// Maximum length of a line, and of a text in backticks.
    public static final int MAX_LENGTH = 200;

    private static final Pattern QUOTED = Pattern.compile("`([^`]{" + MAX_LENGTH + "})[^`]+`");
    private static final Pattern BREAK = Pattern.compile("[\r\n]");

    private TerminalSafeText() {}

    /// The text with invisible characters and line breaks written as `U+001B`. Tabs are kept.
    public static String text(String text) {
        return named(BREAK, named(SourceText.UNSEEN, text));
    }

    /// A message in which long texts in backticks are cut.
    static String message(String message) {
        return QUOTED.matcher(text(message)).replaceAll("`$1…`");
    }

    private static String named(Pattern what, String text) {
        return what.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                "U+%04X".formatted((int) found.group().charAt(0))));
    }
}
