package io.verigate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguagesTest {
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
                    *                | ''
                    not a language;; | ''
                    """)
    void isTheOneThatIsPreferred(String header, String language) {
        assertThat(Languages.accepted(HttpRequest.GET("/").header("Accept-Language", header)))
                .isEqualTo(language);
    }
}
