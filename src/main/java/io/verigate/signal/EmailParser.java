package io.verigate.signal;

import io.verigate.decision.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/// Parses e-mail addresses.
final class EmailParser {
    /// Generous limit with white space; longer text is rejected without parsing.
    private static final int MAX_WRITTEN_LENGTH = 512;

    /// Octets of the name (RFC 5321 4.5.3.1.1).
    private static final int MAX_NAME_LENGTH = 64;

    /// Octets of the address: a path of 256 (RFC 5321 4.5.3.1.3) less its angle brackets.
    private static final int MAX_LENGTH = 254;

    private final Domains own;

    EmailParser(Domains own) {
        this.own = own;
    }

    ParseResult<EmailAddress> parse(String written) {
        if (written.length() > MAX_WRITTEN_LENGTH) {
            return tooLong();
        }
        String text = written.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) {
            return fault("an e-mail address must be `name@domain`");
        }
        Optional<String> domain = DomainName.ascii(text.substring(at + 1));
        if (domain.isEmpty()) {
            return fault(
                    "the part after `@` is not a domain; write it like `example.com`, and special letters as `xn--…`");
        }
        if (domain.get().indexOf('.') < 0 && !own.hold(domain.get())) {
            return fault(
                    "the part after `@` has no dot; write the whole domain, such as `example.com`");
        }
        return join(folded(text.substring(0, at)), domain.get());
    }

    private static ParseResult<EmailAddress> join(String name, String domain) {
        if (!isDotAtom(name)) {
            return fault(
                    "the part before `@` must contain only letters, digits, characters such as `-` and `_`, and single dots inside;"
                            + " remove all others");
        }
        if (octets(name) > MAX_NAME_LENGTH || octets(name) + 1 + domain.length() > MAX_LENGTH) {
            return tooLong();
        }
        return new ParseResult.Valid<>(new EmailAddress(name + "@" + domain));
    }

    // Lower case by code point, after NFC (RFC 6532 3.1). A non-ASCII letter never
    // becomes an ASCII one
    // (dotted capital I would become i), because that would be a different mailbox.
    private static String folded(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints()
                .map(sign ->
                        isAscii(sign) == isAscii(Character.toLowerCase(sign))
                                ? Character.toLowerCase(sign)
                                : sign)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    // Atoms separated by single dots (RFC 5322 3.2.3), with non-ASCII letters (RFC 6531 3.3).
    // Quoted names are rejected.
    private static boolean isDotAtom(String name) {
        return !name.isEmpty()
                && !name.startsWith(".")
                && !name.endsWith(".")
                && !name.contains("..")
                && name.codePoints().allMatch(EmailParser::isAllowedInName);
    }

    private static boolean isAllowedInName(int sign) {
        if (isAscii(sign)) {
            return sign >= 'a' && sign <= 'z'
                    || sign >= '0' && sign <= '9'
                    || ".!#$%&'*+-/=?^_`{|}~".indexOf(sign) >= 0;
        }
        return switch (Character.getType(sign)) {
            // Invisible or unassigned.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static boolean isAscii(int sign) {
        return sign < 0x80;
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static ParseResult<EmailAddress> tooLong() {
        return fault(
                "the e-mail address is too long: 64 characters before `@`, 254 in all (RFC 5321)");
    }

    private static ParseResult<EmailAddress> fault(String text) {
        return new ParseResult.Invalid<>(text);
    }
}
