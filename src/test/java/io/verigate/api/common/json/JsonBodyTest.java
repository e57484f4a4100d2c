package io.verigate.api.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.verigate.api.common.problem.Problem;
import io.verigate.api.common.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodyTest {
    @Test
    void readsOneValue() {
        assertThat(JsonBody.parse(bytes("{\"a\": [1, true, null]}")).at("/a/1").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"secret\": }",
                "{\"secret\": 1} 2",
                "{\"secret\": 1, \"secret\": 2}",
                "{'secret': 1}",
                "{\"secret\": NaN}",
                "{\"secret\": 01}",
                "{\"a\": \"secret\u0001\"}",
                "// secret\n{}",
                "[[[[[[[[[[[[[[[[[[\"secret\"]]]]]]]]]]]]]]]]]]",
                "{\"a\": 123456789012345678901234567890123456789012345}"
            })
    void refusesEverythingElseWithoutRepeatingIt(String body) {
        Problem problem = refused(bytes(body));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).endsWith("/malformed-json");
        assertThat(problem.detail()).doesNotContain("secret", "12345");
    }

    @Test
    void tellsLineAndColumn() {
        assertThat(refused(bytes("{\n  \"a\": ?\n}")).detail()).contains("line 2, column");
        assertThat(refused(bytes("{\"a\": 1,\n\"a\": 2}")).detail())
                .contains("duplicate name", "line 2");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = "{\"a\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refused(latin).detail()).contains("UTF-8");
        assertThat(refused("{}".getBytes(StandardCharsets.UTF_16)).status()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsTooLong() {
        String value = "x".repeat(JsonBody.MAX_SIZE - 8);
        assertThat(JsonBody.parse(bytes("{\"a\":\"" + value + "\"}")).isObject()).isTrue();
        Problem problem = refused(bytes("{\"a\":\"" + value + "x\"}"));
        assertThat(problem.status()).isEqualTo(413);
    }

    @Test
    void refusesNone() {
        assertThat(refused(null).detail()).contains("required");
    }

    private static Problem refused(byte[] body) {
        return catchThrowableOfType(ProblemException.class, () -> JsonBody.parse(body)).problem();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
