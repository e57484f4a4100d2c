package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The sandbox shows codes: beside real things it has to be asked for twice.
final class SandboxFenceTest {
    @Test
    void isRefusedBesideAnExternalDatabaseWhenAskedForOnce() {
        Map<String, Object> once = Map.of("verigate.sandbox.beside-real-things", false);

        assertThatThrownBy(() -> new TestService("fence_once", once).close())
                .rootCause()
                .hasMessageContaining("the sandbox shows codes")
                .hasMessageContaining("`verigate.sandbox.beside-real-things`");
    }

    @Test
    void isThereWhenAskedForTwice() {
        try (TestService service = new TestService("fence_twice", Map.of())) {
            assertThat(service.call("GET", "/sandbox/clock", "").status()).isEqualTo(200);
        }
    }

    @Test
    void isNotThereBesideAnExternalDatabaseWhenNobodyAsks() {
        Map<String, Object> nobody =
                Map.of("verigate.sandbox.enabled", "", "verigate.delivery.sms", "none");

        try (TestService service = new TestService("fence_nobody", nobody)) {
            assertThat(service.call("GET", "/sandbox/clock", "").status()).isEqualTo(404);
        }
    }
}
