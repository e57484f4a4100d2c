package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import io.verigate.api.common.admission.AdmissionLimiter;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A service that has too much to do says so at once, to everyone who asks for more, and is itself again afterwards.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OverloadTest {
    private static final String ITEM = "{\"interaction\":\"sign-in\",\"account\":\"a-%d\"}";
    private static final String DECISION = ITEM.formatted(1);

    // Its clock stands still, so that the bound does not move between what is taken and what is
    // asked for.
    private final AdmissionLimiter admission = new AdmissionLimiter(() -> 0);

    private TestService service;
    private int taken;

    @BeforeAll
    void start() {
        service = TestService.with("overload", AdmissionLimiter.class, admission);
    }

    @AfterEach
    void rest() {
        admission.leave(taken);
        taken = 0;
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void refusesAndRecovers() {
        assertThat(decide().status()).isEqualTo(200);
        leave(0);

        for (int i = 0; i < 3; i++) {
            Answer refused = decide();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.whole().headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body())
                    .contains("\"status\":503", "problems/unavailable", "nothing was done");
        }
        assertThat(service.call("GET", "/health/readiness", "").status()).isEqualTo(200);
        assertThat(service.call("GET", "/prometheus", "").body())
                .contains("verigate_admission_refused_total");

        rest();
        assertThat(decide().status()).isEqualTo(200);
    }

    @Test
    void refusesEvenWhoHasNoKeyAtOnce() {
        leave(0);

        assertThat(service.plain("POST", "/v1/decisions", DECISION, Map.of()).status())
                .isEqualTo(503);
    }

    @Test
    void takesABatchWholeOrNotAtAll() {
        leave(2);

        assertThat(batch(3).status()).isEqualTo(503);
        assertThat(batch(2).status()).isEqualTo(200);
        assertThat(admission.inProgress()).isEqualTo(taken);
        assertThat(service.call("GET", "/v1/accounts/a-3", "").status()).isEqualTo(404);
    }

    /// Takes all room but that of so many.
    private void leave(int room) {
        taken = admission.limit() - room;
        assertThat(admission.enter(taken)).isTrue();
    }

    private Answer decide() {
        return service.call("POST", "/v1/decisions", DECISION);
    }

    private Answer batch(int items) {
        StringBuilder list = new StringBuilder();
        for (int item = 1; item <= items; item++) {
            list.append(item == 1 ? "[" : ",").append(ITEM.formatted(item));
        }
        return service.call(Role.ADMIN, "POST", "/v1/decisions/batch", list + "]", Map.of());
    }
}
