package io.verigate.api.common.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.api.common.json.Json;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProblemTest {
    @Test
    void isWrittenAfterRfc9457() {
        Problem problem =
                Problem.of(List.of(FieldError.inBody("/method/address", "bad-address", "mend it")))
                        .during("r-1");
        assertThat(Json.text(problem))
                .isEqualTo(
                        """
                        {"type":"https://verigate.io/problems/invalid-request","title":"Invalid request",\
                        "status":400,"detail":"1 validation error; nothing was done",\
                        "instance":"urn:verigate:request:r-1",\
                        "errors":[{"pointer":"/method/address","code":"bad-address","detail":"mend it"}]}\
                        """);
    }

    @Test
    void everyKindHasItsOwnType() {
        assertThat(Arrays.stream(ProblemKind.values()).map(ProblemKind::type))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 408, 409, 413, 415, 418, 500, 501, 503})
    void everyStatusOfTheServerHasAProblem(int status) {
        assertThat(ServerStatusProblems.problem(status).status()).isEqualTo(status);
        assertThat(ServerStatusProblems.problem(status).detail()).isNotBlank();
    }
}
