package io.verigate.policy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text of files as it may be shown on a terminal and in a log: whoever wrote it cannot clear the one or forge a line of
/// the other, and nothing is longer than anybody reads.
public final class TerminalSafeText {
    /// Letters of a line, and of what stands between backticks.
    public static final int MAX_LENGTH = 200;

    private static final Pattern QUOTED = Pattern.compile("`([^`]{" + MAX_LENGTH + "})[^`]+`");
    private static final Pattern BREAK = Pattern.compile("[\r\n]");

    private TerminalSafeText() {}

    /// The same text with `U+001B` for what cannot be seen, and for line ends. Tabs stay.
    public static String text(String text) {
        return named(BREAK, named(SourceText.UNSEEN, text));
    }

    /// A message; long texts in backticks are cut.
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
