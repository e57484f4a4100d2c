package io.verigate.delivery.smpp;

import io.verigate.messages.GsmAlphabet;
import java.util.regex.Pattern;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/// The one published sender of text messages: a name, a number or a short code.
///
/// @param text as published, for example `Contoso`, `+4915112345678` or `12345`
public record SmppSource(String text) {
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,8}");

    /// At most eleven characters of the GSM alphabet (3GPP TS 23.040, 9.1.2.5), restricted to those it shares with
    /// ASCII.
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 .&-]{1,11}");

    /// @throws IllegalArgumentException when it is none of the three
    public SmppSource {
        boolean known =
                NUMBER.matcher(text).matches()
                        || SHORT_CODE.matcher(text).matches()
                        || NAME.matcher(text).matches();
        if (!known || !GsmAlphabet.covers(text)) {
            throw new IllegalArgumentException(
                    "the sender `%s` must be a name of up to 11 letters and digits, a number like `+4915112345678`, or a short code"
                            .formatted(text));
        }
    }

    /// The text without the plus sign.
    String digitsOrName() {
        return text.startsWith("+") ? text.substring(1) : text;
    }

    /// SMPP 3.4, 5.2.5.
    TypeOfNumber typeOfNumber() {
        if (text.startsWith("+")) {
            return TypeOfNumber.INTERNATIONAL;
        }
        return SHORT_CODE.matcher(text).matches()
                ? TypeOfNumber.NETWORK_SPECIFIC
                : TypeOfNumber.ALPHANUMERIC;
    }

    /// SMPP 3.4, 5.2.6.
    NumberingPlanIndicator numberingPlan() {
        return text.startsWith("+") ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN;
    }
}
