package io.verigate.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.verigate.access.Role;
import io.verigate.api.TestService;
import io.verigate.api.TestService.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Calls of a running service that have to be answered as the interface says.
final class ServiceCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Integer> REFUSALS =
            Map.of("wait", 429, "block", 403, "refuse", 409);

    private final TestService service;

    private Role role = Role.ADMIN;

    ServiceCalls(TestService service) {
        this.service = service;
    }

    /// Does something in a role.
    Optional<StepResult> as(Role other, Supplier<Optional<StepResult>> act) {
        role = other;
        try {
            return act.get();
        } catch (Forbidden e) {
            return Optional.of(StepResult.problem("forbidden"));
        } finally {
            role = Role.ADMIN;
        }
    }

    /// The role may not do it.
    private static final class Forbidden extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Looking at the sandbox is the test's own doing, whoever acts.
    private Answer answer(String method, String path, Object body) {
        Role caller = path.startsWith("/sandbox/") ? Role.ADMIN : role;
        return answer(service.secret(caller), method, path, body.toString());
    }

    private Answer answer(String secret, String method, String path, String body) {
        Answer answer = service.call(secret, method, path, body, Map.of());
        if (answer.status() == 403 && json(answer).path("type").asText().endsWith("/forbidden")) {
            throw new Forbidden();
        }
        return answer;
    }

    /// The body of an answer that has to have this status.
    JsonNode call(int status, String method, String path, Object body) {
        Answer answer = answer(method, path, body);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isEqualTo(status);
        return json(answer);
    }

    /// The body of an answer that has to have this status, or the one of the verdict that it carries when that refuses.
    JsonNode ask(int status, String path, Object body) {
        return told(status, path, answer("POST", path, body));
    }

    /// The same, called by somebody of the help desk.
    JsonNode askAs(String person, int status, String path, String body) {
        Role desk = role == Role.ADMIN ? Role.HELP_DESK : role;
        return told(status, path, answer(service.secret(desk, person), "POST", path, body));
    }

    private static JsonNode told(int status, String path, Answer answer) {
        JsonNode told = json(answer);
        String verdict = told.at("/decision/verdict").asText();
        if (!told.path("type").asText().isEmpty() && verdict.isEmpty()) {
            assertThat(answer.status())
                    .as("POST %s: %s", path, answer.body())
                    .isEqualTo(told.path("status").asInt())
                    .isBetween(404, 422);
            return told;
        }
        assertThat(answer.status())
                .as("POST %s: %s", path, answer.body())
                .isEqualTo(REFUSALS.getOrDefault(verdict, status));
        return told;
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
    }
}
