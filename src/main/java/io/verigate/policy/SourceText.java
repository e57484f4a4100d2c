package io.verigate.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a file of a rule set may be called and how large it may be, wherever it comes from.
public final class SourceText {
    /// Bytes of all files, wherever they come from; those that ship have 200 KiB.
    public static final int LARGEST_SET = 4 * 1024 * 1024;

    /// Number of all files.
    static final int MAX_FILES = 500;

    private static final int KIB = 1024;
    private static final String SET = "rules and policies";
    private static final Pattern NAME =
            Pattern.compile(
                    "rules/[A-Za-z0-9][A-Za-z0-9_-]{0,63}\\.drl|policies/[A-Za-z0-9][A-Za-z0-9_-]{0,63}(\\.cases)?\\.yaml");

    // Control characters, halves of characters, and marks that make a text look different from what
    // it is.
    static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u00AD\\u061C\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uD800-\\uDFFF]");

    private SourceText() {}

    /// Where the first character stands that cannot be seen or is not text, from 0; empty when there is none.
    public static OptionalInt unseen(String text) {
        Matcher unseen = UNSEEN.matcher(text);
        return unseen.find() ? OptionalInt.of(unseen.start()) : OptionalInt.empty();
    }

    /// Whether a file of a rule set may have this name.
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// The text of bytes in UTF-8, without a byte order mark.
    ///
    /// @throws Faults when they are more than a whole set may have, or no UTF-8
    static String of(String name, byte[] bytes) {
        if (bytes.length > LARGEST_SET) {
            throw fault(name, "the file alone is larger than the 4 MiB of a rule set: shorten it");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw fault(name, "the file is not text in UTF-8: save it as UTF-8");
        }
    }

    /// The limits of a set, which are the same on every way to it, so that what is checked can be published.
    ///
    /// @throws Faults when there are too many files, or they are too large together
    static void checkSize(Collection<String> texts) {
        if (texts.size() > MAX_FILES) {
            throw fault(
                    SET,
                    "the rule set has %d files, and may have %d: join some"
                            .formatted(texts.size(), MAX_FILES));
        }
        long bytes = 0;
        for (String text : texts) {
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > LARGEST_SET) {
            throw fault(
                    SET,
                    "the rule set has %d KiB, and may have %d KiB: leave out what is not needed"
                            .formatted((bytes + KIB - 1) / KIB, LARGEST_SET / KIB));
        }
    }

    static InvalidRuleSetException fault(String name, String message) {
        return new InvalidRuleSetException(
                List.of(new Diagnostic(name, 0, 0, message).in(FenceGate.SOURCE)));
    }
}
