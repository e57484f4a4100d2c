package io.verigate.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Limits on names and sizes of rule set files, whatever their origin.
public final class SourceText {
    /// Maximum size of all files in bytes; the shipped ones have 200 KiB.
    public static final int LARGEST_SET = 4 * 1024 * 1024;

    /// Maximum number of files.
    static final int MAX_FILES = 500;

    /// Message for any other file name.
    static final String NOT_A_FILE =
            "is not a file of a rule set: expected `rules/NAME.drl`, `policies/NAME.yaml` or `policies/NAME.cases.yaml`";

    private static final int KIB = 1024;
    private static final String SET = "rules and policies";
    private static final Pattern NAME =
            Pattern.compile(
                    "rules/[A-Za-z0-9][A-Za-z0-9_-]{0,63}\\.drl|policies/[A-Za-z0-9][A-Za-z0-9_-]{0,63}(\\.cases)?\\.yaml");

    // Control characters, surrogates, and characters that make text look different from what it is.
    static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u00AD\\u061C\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uD800-\\uDFFF]");

    private SourceText() {}

    /// Index of the first invisible or control character; empty without one.
    public static OptionalInt unseen(String text) {
        Matcher unseen = UNSEEN.matcher(text);
        return unseen.find() ? OptionalInt.of(unseen.start()) : OptionalInt.empty();
    }

    /// Whether a file of a rule set may have this name.
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// Decodes UTF-8 and removes a byte order mark.
    ///
    /// @throws Faults when there are too many bytes, or they are not UTF-8
    static String of(String name, byte[] bytes) {
        if (bytes.length > LARGEST_SET) {
            throw fault(name, "file larger than 4 MiB, the maximum of a rule set: shorten it");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw fault(name, "the file is not valid UTF-8: save it as UTF-8");
        }
    }

    /// Checks the limits of a rule set, the same for folders and archives, so that what is checked can be published.
    ///
    /// @throws Faults when there are too many files, or they are too large in total
    static void checkSize(Collection<String> texts) {
        if (texts.size() > MAX_FILES) {
            throw fault(
                    SET,
                    "the rule set has %d files, and the maximum is %d: merge some"
                            .formatted(texts.size(), MAX_FILES));
        }
        long bytes = 0;
        for (String text : texts) {
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > LARGEST_SET) {
            throw fault(
                    SET,
                    "the rule set has %d KiB, and the maximum is %d KiB: remove what is not needed"
                            .formatted((bytes + KIB - 1) / KIB, LARGEST_SET / KIB));
        }
    }

    static InvalidRuleSetException fault(String name, String message) {
        return new InvalidRuleSetException(
                List.of(new Diagnostic(name, 0, 0, message).in(FenceGate.SOURCE)));
    }
}
