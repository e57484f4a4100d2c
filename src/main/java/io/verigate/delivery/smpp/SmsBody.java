package io.verigate.delivery.smpp;

import io.verigate.messages.GsmAlphabet;
import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.GeneralDataCoding;

/// A text in the smallest alphabet that covers it; `toString` does not show it.
record SmsBody(String text) {
    /// The GSM default alphabet, or UCS-2 (SMPP 3.4, 5.2.19).
    DataCoding coding() {
        return new GeneralDataCoding(
                GsmAlphabet.covers(text) ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2);
    }

    /// One septet in each octet, or UTF-16 with the high byte first.
    byte[] octets() {
        return GsmAlphabet.covers(text)
                ? GsmAlphabet.encode(text)
                : text.getBytes(StandardCharsets.UTF_16BE);
    }

    @Override
    public String toString() {
        return "text of %d characters".formatted(text.length());
    }
}
