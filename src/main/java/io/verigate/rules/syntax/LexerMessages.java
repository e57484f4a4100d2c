package io.verigate.rules.syntax;

import io.verigate.policy.Literal;
import java.util.regex.Pattern;

/// Messages for text that is no token of the rule language.
final class LexerMessages {
    /// Adjacent characters with the same problem are one fault. An unterminated text extends to the end of its line.
    static final Pattern STRAY =
            Pattern.compile(
                    "\"[^\\r\\n]*|'+|\\\\+|[^ \\t\\r\\nA-Za-z0-9_$&|=!<>+\\-(),:;.@/\"'\\\\]+|.");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private LexerMessages() {}

    /// @param found starts no token
    static String stray(String found) {
        return switch (found.charAt(0)) {
            case '"' ->
                    "unterminated text, or text with a `\\`: close it on the same line and use no escapes";
            case '\'' -> "texts must be in double quotes: `\"…\"`";
            case '\\' -> "`\\` escapes are not allowed: write the characters themselves";
            case '=' -> "`=` is an assignment: use `==` to compare";
            case '&', '|' -> "use `&&` for and, `||` for or";
            default -> "`" + shown(found) + "` is not allowed in a rule";
        };
    }

    /// @param found starts with a digit, but is no valid number
    static String number(String found) {
        if (DIGITS.matcher(found).matches()) {
            return "`" + shown(found) + "` is too large: a number can have at most 15 digits";
        }
        return Literal.duration(found).isPresent()
                ? "`%s` is a duration: define it under `values` in `policies/` and use its name here"
                        .formatted(found)
                : "`" + shown(found) + "` must be a whole decimal number";
    }

    private static String shown(String found) {
        return found.length() > 40 ? found.substring(0, 40) + "…" : found;
    }
}
