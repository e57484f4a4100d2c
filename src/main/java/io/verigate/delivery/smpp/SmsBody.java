package io.verigate.delivery.smpp;

import io.verigate.text.GsmAlphabet;
import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.GeneralDataCoding;

/// A text in the smaller alphabet that holds it.
///
/// @param coding the GSM default alphabet, or UCS-2 (SMPP 3.4, 5.2.19)
/// @param octets one septet in each, or UTF-16 with the high byte first
record SmsBody(DataCoding coding, byte[] octets) {
    static SmsBody of(String text) {
        if (GsmAlphabet.covers(text)) {
            return new SmsBody(
                    new GeneralDataCoding(Alphabet.ALPHA_DEFAULT), GsmAlphabet.encode(text));
        }
        return new SmsBody(
                new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                text.getBytes(StandardCharsets.UTF_16BE));
    }
}
