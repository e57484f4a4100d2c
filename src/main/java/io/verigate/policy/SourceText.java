package io.verigate.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// What a file of a rule set may be called and how large it may be, wherever it comes from.
final class SourceText {
    /// Bytes of one file; the largest that ships has 30 KiB.
    static final int LARGEST_FILE = 2 * 1024 * 1024;

    /// Bytes of all files.
    static final int LARGEST_SET = 16 * 1024 * 1024;

    /// Number of files.
    static final int MOST_FILES = 500;

    private static final Pattern NAME =
            Pattern.compile(
                    "rules/[a-z0-9][a-z0-9-]{0,63}\\.drl|policies/[a-z0-9][a-z0-9-]{0,63}(\\.cases)?\\.yaml");

    private SourceText() {}

    /// Whether a file of a rule set may have this name.
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /// The text of bytes in UTF-8, without a byte order mark.
    ///
    /// @throws Faults when they are too many, or no UTF-8
    static String of(String name, byte[] bytes) {
        if (bytes.length > LARGEST_FILE) {
            throw fault(name, "the file is larger than 2 MiB: split it");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw fault(name, "the file is not text in UTF-8: save it as UTF-8");
        }
    }

    static Faults fault(String name, String message) {
        return new Faults(List.of(new Fault(name, 0, 0, message).in(Gate.SOURCE)));
    }
}
