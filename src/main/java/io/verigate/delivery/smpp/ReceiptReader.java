package io.verigate.delivery.smpp;

import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads receipts: the text `id: sub: dlvrd: submit date: done date: stat: err:` (SMPP 3.4, appendix B), and the
/// optional fields, which take precedence. Thread-safe.
///
/// @param zone the time zone of its dates
record ReceiptReader(ZoneId zone) {
    private static final Pattern ID = field("id", "(\\S{1,64})");
    private static final Pattern STATUS = field("stat", "([A-Za-z]{1,10})");
    private static final Pattern ERROR = field("err", "([0-9A-Za-z]{1,10})");
    private static final Pattern DONE = field("done date", "([0-9]{12}|[0-9]{10})(?![0-9])");

    /// Parses a receipt; empty without a message id.
    ///
    /// @param text the text of the receipt, or empty
    /// @param receiptedId the field 0x001E, or empty
    /// @param messageState the field 0x0427, or 0
    /// @param arrival when the receipt arrived
    Optional<DeliveryReceipt> read(
            String text, String receiptedId, int messageState, Instant arrival) {
        String id = receiptedId.isEmpty() ? find(ID, text) : receiptedId;
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Status status = messageState == 0 ? status(find(STATUS, text)) : status(messageState);
        return Optional.of(
                new DeliveryReceipt(reference(id), status, find(ERROR, text), done(text, arrival)));
    }

    /// A message id in lower case, because message centres send the same one in either case.
    static String reference(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }

    /// The states as words (SMPP 3.4, appendix B).
    private static Status status(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "DELIVRD" -> Status.DELIVERED;
            case "EXPIRED" -> Status.EXPIRED;
            case "DELETED", "UNDELIV" -> Status.UNDELIVERABLE;
            case "ACCEPTD", "ENROUTE" -> Status.ACCEPTED;
            case "REJECTD" -> Status.REJECTED;
            default -> Status.UNKNOWN;
        };
    }

    /// The states as numbers (SMPP 3.4, 5.2.28).
    private static Status status(int state) {
        return switch (state) {
            case 1, 6 -> Status.ACCEPTED;
            case 2 -> Status.DELIVERED;
            case 3 -> Status.EXPIRED;
            case 4, 5 -> Status.UNDELIVERABLE;
            case 8 -> Status.REJECTED;
            default -> Status.UNKNOWN;
        };
    }

    private Instant done(String text, Instant arrival) {
        String digits = find(DONE, text);
        if (digits.isEmpty()) {
            return arrival;
        }
        try {
            String pattern = digits.length() == 12 ? "uuMMddHHmmss" : "uuMMddHHmm";
            DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            Instant done = LocalDateTime.parse(digits, format).atZone(zone).toInstant();
            return done.isAfter(arrival) ? arrival : done;
        } catch (DateTimeException malformed) {
            return arrival;
        }
    }

    private static String find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static Pattern field(String name, String value) {
        return Pattern.compile("(?:^|\\s)" + name + ":\\s?" + value, Pattern.CASE_INSENSITIVE);
    }
}
