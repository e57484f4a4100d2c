package io.verigate.rules.syntax;

import io.verigate.policy.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits rule text into tokens: words, numbers, texts in quotes and symbols. Comments are skipped. Anything else is an
/// error and skipped, so that nothing else ever reaches a compiler.
public final class RuleScanner {
    /// Maximum length of a text in quotes.
    static final int MAX_TEXT_LENGTH = 300;

    private static final int MAX_WORD_LENGTH = 64;
    private static final Pattern BLANK = Pattern.compile("[ \\t\\r\\n]+|//[^\\r\\n]*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9][A-Za-z0-9_.]*");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}");
    private static final Pattern SIGN = Pattern.compile("&&|\\|\\||==|!=|<=|>=|[<>!+\\-(),:;.@]");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\\\r\\n]*\"");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final String text;
    private final BiConsumer<SourceToken, String> refuse;
    private final List<Token> tokens = new ArrayList<>();
    private int place;
    private int line;
    private int column;

    /// The kind of a token.
    public enum Kind {
        /// A name or a keyword.
        WORD,
        /// Digits.
        NUMBER,
        /// A text without its quotes.
        TEXT,
        /// An operator, bracket or punctuation mark.
        SIGN,
        /// The end of the text.
        END
    }

    ///
    /// @param start offset in the scanned text, from 0
    public record Token(Kind kind, String text, SourceToken written, int start) {
        boolean is(String sign) {
            return kind != Kind.TEXT && text.equals(sign);
        }

        /// Offset of its end in the scanned text.
        int end() {
            return start + written.text().length();
        }
    }

    private RuleScanner(SourceToken whole, BiConsumer<SourceToken, String> refuse) {
        this.text = whole.text();
        this.line = whole.line();
        this.column = whole.column();
        this.refuse = refuse;
    }

    /// All tokens in order; the last one is `END`.
    ///
    /// @param refuse receives errors
    static List<Token> scan(SourceToken whole, BiConsumer<SourceToken, String> refuse) {
        return new RuleScanner(whole, refuse).scan();
    }

    private List<Token> scan() {
        unseen();
        while (place < text.length()) {
            if (!blank()) {
                token();
            }
        }
        tokens.add(new Token(Kind.END, "", new SourceToken("", line, column), place));
        return tokens;
    }

    private void unseen() {
        SourceText.unseen(text)
                .ifPresent(at -> {
                    RuleScanner before = new RuleScanner(here(text), refuse);
                    before.advance(text.substring(0, at));
                    refuse.accept(
                            before.here(""),
                            "invisible or control character U+%04X: remove it"
                                    .formatted((int) text.charAt(at)));
                });
    }

    private boolean blank() {
        Matcher blank = at(BLANK);
        if (blank.lookingAt()) {
            advance(blank.group());
            return true;
        }
        if (!text.startsWith("/*", place)) {
            return false;
        }
        int end = text.indexOf("*/", place + 2);
        if (end < 0) {
            refuse.accept(here("/*"), "unterminated comment: close it with `*/`");
        }
        advance(text.substring(place, end < 0 ? text.length() : end + 2));
        return true;
    }

    private void token() {
        Matcher word = at(WORD);
        Matcher number = at(NUMBER);
        Matcher quoted = at(TEXT);
        Matcher sign = at(SIGN);
        if (word.lookingAt()) {
            add(
                    Kind.WORD,
                    word.group(),
                    word.group().length() > MAX_WORD_LENGTH
                            ? "name longer than 64 characters"
                            : "");
        } else if (number.lookingAt()) {
            boolean decimal = DECIMAL.matcher(number.group()).matches();
            add(Kind.NUMBER, number.group(), decimal ? "" : LexerMessages.number(number.group()));
        } else if (quoted.lookingAt()) {
            add(
                    Kind.TEXT,
                    quoted.group(),
                    quoted.group().length() > MAX_TEXT_LENGTH + 2
                            ? "text longer than 300 characters"
                            : "");
        } else if (sign.lookingAt()) {
            add(Kind.SIGN, sign.group(), "");
        } else {
            stray();
        }
    }

    private void stray() {
        Matcher stray = at(LexerMessages.STRAY);
        String found = stray.lookingAt() ? stray.group() : text.substring(place);
        refuse.accept(here(found), LexerMessages.stray(found));
        advance(found);
    }

    private void add(Kind kind, String found, String fault) {
        SourceToken written = here(found);
        if (!fault.isEmpty()) {
            refuse.accept(written, fault);
        }
        String inner = kind == Kind.TEXT ? found.substring(1, found.length() - 1) : found;
        tokens.add(new Token(kind, inner, written, place));
        advance(found);
    }

    private SourceToken here(String found) {
        return new SourceToken(found, line, column);
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(place, text.length());
    }

    private void advance(String passed) {
        Matcher end = LINE_END.matcher(passed);
        int rest = 0;
        while (end.find()) {
            line++;
            column = 1;
            rest = end.end();
        }
        column += passed.length() - rest;
        place += passed.length();
    }
}
