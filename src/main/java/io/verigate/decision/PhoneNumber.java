package io.verigate.decision;

import java.util.regex.Pattern;

/// A phone number in E.164 form: `+`, then 2 to 15 digits.
public record PhoneNumber(String text) implements Address {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    /// @throws IllegalArgumentException when the text is not of the form; the message does not repeat it
    public PhoneNumber {
        if (!E164.matcher(text).matches()) {
            throw new IllegalArgumentException("a phone number is `+` and 2 to 15 digits (E.164)");
        }
    }

    @Override
    public String hint() {
        return "…" + text.substring(text.length() - 2);
    }

    @Override
    public String toString() {
        return hint();
    }
}
