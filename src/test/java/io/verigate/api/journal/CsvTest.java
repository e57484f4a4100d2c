package io.verigate.api.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {
    @Test
    void quotesWhatNeedsIt() {
        assertThat(Csv.line(List.of("plain", "", "a,b", "say \"hi\"", "two\r\nlines", "é…23")))
                .isEqualTo("plain,,\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\",é…23\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "=a\nb"})
    void showsAFormulaAsText(String formula) {
        String line = Csv.line(List.of(formula));
        assertThat(line.replace("\"", "")).isEqualTo("'" + formula + "\r\n");
    }
}
