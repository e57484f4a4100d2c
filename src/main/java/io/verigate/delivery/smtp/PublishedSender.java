package io.verigate.delivery.smtp;

import java.util.Locale;
import java.util.regex.Pattern;

/// The one published sender address of e-mails, which people can trust.
///
/// @param address `name@domain` in ASCII, in the published domain or a subdomain
/// @param name display name; may be empty
/// @param publishedDomain the published domain
public record PublishedSender(String address, String name, String publishedDomain) {
    /// A local part in dot-atom form (RFC 5322, 3.2.3), within its length (RFC 5321, 4.5.3.1.1).
    private static final Pattern LOCAL =
            Pattern.compile(
                    "(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile(
                    "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /// @throws IllegalArgumentException when a part is malformed, or the address is outside the published domain
    public PublishedSender {
        publishedDomain = publishedDomain.toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(publishedDomain).matches()) {
            throw new IllegalArgumentException(
                    "the published domain `%s` must be a domain like `example.com`"
                            .formatted(publishedDomain));
        }
        int at = address.lastIndexOf('@');
        String domain = domainOf(address);
        if (at < 1
                || !LOCAL.matcher(address.substring(0, at)).matches()
                || !DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException(
                    "the sender `%s` must be an address like `code@%s`"
                            .formatted(address, publishedDomain));
        }
        if (!domain.equals(publishedDomain) && !domain.endsWith("." + publishedDomain)) {
            throw new IllegalArgumentException(
                    "the sender `%s` must be in the published domain `%s`, so that people can recognise a forgery"
                            .formatted(address, publishedDomain));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the sender's name must be one line without control characters");
        }
    }

    /// The domain of the address, in lower case.
    String domain() {
        return domainOf(address);
    }

    private static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
