package io.verigate.api.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcceptedLanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    de               | de
                    pt-BR, en        | pt-BR
                    en;q=0.1, de;q=0.9 | de
                    de;q=0, en       | en
                    *, fr;q=0.5      | fr
                    sv, de;q=0.8, fr | fr
                    sv, de-CH;q=0.8, fr;q=0.5 | de-CH
                    sv, fi;q=0.8     | sv
                    *                | ''
                    not a language;; | ''
                    """)
    void isTheOneThatIsPreferred(String header, String language) {
        assertThat(
                        AcceptedLanguages.accepted(
                                HttpRequest.GET("/").header("Accept-Language", header)))
                .isEqualTo(language);
    }
}
