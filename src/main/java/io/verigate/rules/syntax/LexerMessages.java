package io.verigate.rules.syntax;

import io.verigate.policy.Literal;
import java.util.regex.Pattern;

/// What is said of text that is no word, number, text or sign of a rule.
final class LexerMessages {
    /// Neighbours that are wrong in the same way are one fault. A quote that is not closed takes its line with it.
    static final Pattern STRAY =
            Pattern.compile(
                    "\"[^\\r\\n]*|'+|\\\\+|[^ \\t\\r\\nA-Za-z0-9_$&|=!<>+\\-(),:;.@/\"'\\\\]+|.");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private LexerMessages() {}

    /// @param found what begins nothing that there is
    static String stray(String found) {
        return switch (found.charAt(0)) {
            case '"' ->
                    "the text in quotes is not closed on its line, or holds a `\\`: write letters as they are";
            case '\'' -> "texts stand in double quotes: `\"…\"`";
            case '\\' -> "write letters as they are: `\\` escapes are not allowed";
            case '=' -> "`=` gives a value, and rules only compare: write `==`";
            case '&', '|' -> "write `&&` for and, `||` for or";
            default -> "`" + shown(found) + "` is not allowed in a rule";
        };
    }

    /// @param found begins with a digit, and is no number that a rule may hold
    static String number(String found) {
        if (DIGITS.matcher(found).matches()) {
            return "`" + shown(found) + "` is too large: a number has at most 15 digits";
        }
        return Literal.duration(found).isPresent()
                ? "`%s` is a duration: give it a name among the `values` of a file in `policies/`, and write that name here"
                        .formatted(found)
                : "`" + shown(found) + "` is not a whole number in decimal digits";
    }

    private static String shown(String found) {
        return found.length() > 40 ? found.substring(0, 40) + "…" : found;
    }
}
