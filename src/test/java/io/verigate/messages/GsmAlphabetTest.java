package io.verigate.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GsmAlphabetTest {
    @ParameterizedTest
    @CsvSource({
        "@, 00", "£, 01", "$, 02", "è, 04", "é, 05", "ù, 06", "ì, 07", "ò, 08", "Ç, 09", "Δ, 10",
                "_, 11", "É, 1f",
        "!, 21", "¤, 24", "0, 30", "?, 3f", "¡, 40", "A, 41", "Z, 5a", "Ä, 5b", "Ö, 5c", "Ñ, 5d",
                "Ü, 5e", "§, 5f",
        "¿, 60", "a, 61", "z, 7a", "ä, 7b", "ö, 7c", "ñ, 7d", "ü, 7e", "à, 7f", "ß, 1e", "Å, 0e",
                "å, 0f", "Æ, 1c"
    })
    void encodesOneSeptet(String character, String hex) {
        assertThat(GsmAlphabet.encode(character)).isEqualTo(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({
        "^, 1b14",
        "{, 1b28",
        "}, 1b29",
        "\\, 1b2f",
        "[, 1b3c",
        "~, 1b3d",
        "], 1b3e",
        "|, 1b40",
        "€, 1b65"
    })
    void encodesTheExtensionTableInTwo(String character, String hex) {
        assertThat(GsmAlphabet.encode(character)).isEqualTo(HexFormat.of().parseHex(hex));
        assertThat(GsmAlphabet.septets(character)).isEqualTo(2);
    }

    @Test
    void encodesLineBreaks() {
        assertThat(GsmAlphabet.encode("\n\r\f")).isEqualTo(HexFormat.of().parseHex("0a0d1b0a"));
    }

    @ParameterizedTest
    @CsvSource({"ç", "ê", "ã", "õ", "á", "í", "ó", "ú", "â", "ô", "`", "…", "’", "確", "ر"})
    void doesNotCoverTheseLetters(String letter) {
        assertThat(GsmAlphabet.covers(letter)).isFalse();
        assertThatThrownBy(() -> GsmAlphabet.encode(letter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UCS-2");
    }

    @Test
    void doesNotTakeAnEscapeFromText() {
        assertThat(GsmAlphabet.covers("\u001b")).isFalse();
    }

    @Test
    void countsSegments() {
        assertThat(SmsSegments.count("")).isEqualTo(1);
        assertThat(SmsSegments.count("a".repeat(160))).isEqualTo(1);
        assertThat(SmsSegments.count("a".repeat(161))).isEqualTo(2);
        assertThat(SmsSegments.count("a".repeat(306))).isEqualTo(2);
        assertThat(SmsSegments.count("a".repeat(307))).isEqualTo(3);
        assertThat(SmsSegments.count("確".repeat(70))).isEqualTo(1);
        assertThat(SmsSegments.count("確".repeat(71))).isEqualTo(2);
        assertThat(SmsSegments.count("確".repeat(134))).isEqualTo(2);
        assertThat(SmsSegments.count("確".repeat(135))).isEqualTo(3);
    }

    @Test
    void countsExtensionCharactersTwice() {
        assertThat(SmsSegments.count("€".repeat(80))).isEqualTo(1);
        assertThat(SmsSegments.count("€".repeat(80) + "a")).isEqualTo(2);
    }

    @Test
    void cutsNothingInTwo() {
        assertThat(SmsSegments.count("€".repeat(153)))
                .isEqualTo(3); // 76 to a part, one septet left empty
        assertThat(SmsSegments.count("😀".repeat(67)))
                .isEqualTo(3); // 33 to a part, one place left empty
    }
}
