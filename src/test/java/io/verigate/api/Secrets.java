package io.verigate.api;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.verigate.sandbox.SandboxMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The addresses that tests told to services, and the codes that services made, in every notation. Thread-safe.
final class Secrets {
    private static final Pattern ADDRESS = Pattern.compile("\"address\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern E_164 = Pattern.compile("\\+[0-9]{8,15}");
    private static final int MIN_NAME_LENGTH = 5;

    /// Names and domains that answers have anyway: mailboxes of the sandbox are called by their outcome, and suggestions
    /// are well-known domains.
    private static final Set<String> ORDINARY =
            Set.of("delivered", "undelivered", "blocked", "there", "gmail.com");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final Set<String> ADDRESSES = ConcurrentHashMap.newKeySet();
    private static final Set<String> CODES = ConcurrentHashMap.newKeySet();

    private Secrets() {}

    /// A test told this.
    static void told(String body) {
        Matcher addresses = ADDRESS.matcher(body);
        while (addresses.find()) {
            address(addresses.group(1));
        }
    }

    /// A service made these.
    static void made(List<SandboxMessage> messages) {
        messages.forEach(message -> {
            CODES.add(message.code());
            address(message.to().text());
        });
    }

    private static void address(String address) {
        int at = address.lastIndexOf('@');
        if (at > 0) {
            mailbox(address.toLowerCase(Locale.ROOT), at);
        } else if (E_164.matcher(address).matches()) {
            number(address);
        }
    }

    private static void mailbox(String address, int at) {
        ADDRESSES.add(address);
        // A shorter one is a name that others have, too.
        String name = address.substring(0, at);
        if (at >= MIN_NAME_LENGTH && !ORDINARY.contains(name)) {
            ADDRESSES.add(name);
        }
        String domain = address.substring(at + 1);
        if (!ORDINARY.contains(domain)) {
            ADDRESSES.add(domain);
        }
    }

    private static void number(String address) {
        try {
            PhoneNumber number = NUMBERS.parse(address, "ZZ");
            ADDRESSES.add(digits(address));
            ADDRESSES.add(NUMBERS.getNationalSignificantNumber(number));
            ADDRESSES.add(digits(NUMBERS.format(number, PhoneNumberFormat.NATIONAL)));
        } catch (NumberParseException e) {
            ADDRESSES.add(digits(address));
        }
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    static Set<String> addresses() {
        return Set.copyOf(ADDRESSES);
    }

    static Set<String> codes() {
        return Set.copyOf(CODES);
    }
}
