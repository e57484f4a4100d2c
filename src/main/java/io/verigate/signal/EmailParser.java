package io.verigate.signal;

import io.verigate.decision.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/// Reads e-mail addresses.
final class EmailParser {
    /// More than any address needs with white space around it; longer text is refused unread.
    private static final int MAX_WRITTEN_LENGTH = 512;

    /// Octets of the name (RFC 5321 4.5.3.1.1).
    private static final int MAX_NAME_LENGTH = 64;

    /// Octets of the address: a path of 256 (RFC 5321 4.5.3.1.3) less its angle brackets.
    private static final int MAX_LENGTH = 254;

    private final Domains own;

    EmailParser(Domains own) {
        this.own = own;
    }

    Parsed<EmailAddress> parse(String written) {
        if (written.length() > MAX_WRITTEN_LENGTH) {
            return tooLong();
        }
        String text = written.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) {
            return fault("an e-mail address is `name@domain`: write both parts");
        }
        Optional<String> domain = DomainName.ascii(text.substring(at + 1));
        if (domain.isEmpty()) {
            return fault(
                    "the part after `@` is not a domain: write it as `example.com`, and special letters as `xn--…`");
        }
        if (domain.get().indexOf('.') < 0 && !own.hold(domain.get())) {
            return fault(
                    "the part after `@` has no dot: write the whole domain, as in `example.com`");
        }
        return join(folded(text.substring(0, at)), domain.get());
    }

    private static Parsed<EmailAddress> join(String name, String domain) {
        if (!isDotAtom(name)) {
            return fault(
                    "the part before `@` holds letters, digits, signs such as `-` and `_`, and single dots inside only:"
                            + " remove the rest");
        }
        if (octets(name) > MAX_NAME_LENGTH || octets(name) + 1 + domain.length() > MAX_LENGTH) {
            return tooLong();
        }
        return new Parsed.Ok<>(new EmailAddress(name + "@" + domain));
    }

    // Lower case, one code point at a time; NFC first (RFC 6532 3.1). A letter outside ASCII never
    // becomes one inside
    // (dotted capital I would become i), because that would be another person's mailbox.
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

    // Atoms parted by single dots (RFC 5322 3.2.3), with letters outside ASCII (RFC 6531 3.3).
    // Quoted names are refused.
    private static boolean isDotAtom(String name) {
        return !name.isEmpty()
                && !name.startsWith(".")
                && !name.endsWith(".")
                && !name.contains("..")
                && name.codePoints().allMatch(EmailParser::mayStandInName);
    }

    private static boolean mayStandInName(int sign) {
        if (isAscii(sign)) {
            return sign >= 'a' && sign <= 'z'
                    || sign >= '0' && sign <= '9'
                    || ".!#$%&'*+-/=?^_`{|}~".indexOf(sign) >= 0;
        }
        return switch (Character.getType(sign)) {
            // Signs that cannot be seen, or that no character has.
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

    private static Parsed<EmailAddress> tooLong() {
        return fault(
                "the e-mail address is too long: 64 characters before `@`, 254 in all (RFC 5321)");
    }

    private static Parsed<EmailAddress> fault(String text) {
        return new Parsed.Fault<>(text);
    }
}
