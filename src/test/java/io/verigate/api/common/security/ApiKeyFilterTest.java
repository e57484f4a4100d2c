package io.verigate.api.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.verigate.access.ApiKeyAuthenticator;
import io.verigate.access.ApiKeyGenerator;
import io.verigate.access.ApiScope;
import io.verigate.access.InMemoryApiKeys;
import io.verigate.access.Role;
import io.verigate.api.common.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeyFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final InMemoryApiKeys keys = new InMemoryApiKeys();
    private final ApiKeyFilter gate =
            new ApiKeyFilter(
                    new ApiKeyAuthenticator(keys, InstantSource.fixed(NOW)),
                    (request, e) -> HttpResponse.ok(),
                    ForkJoinPool.commonPool());

    @Test
    void letsInWhoHoldsTheScope() {
        ApiKeyGenerator.NewApiKey made = key(Set.of(ApiScope.DECISIONS_WRITE));
        HttpRequest<?> request = request("bearer " + made.secret());
        gate.admit(request, Optional.of(ApiScope.DECISIONS_WRITE));
        assertThat(Caller.of(request)).isEqualTo(made.key());
    }

    @Test
    void refusesWhoDoesNot() {
        HttpRequest<?> request = request("Bearer " + key(Set.of(ApiScope.DECISIONS_READ)).secret());
        assertThat(status(request, Optional.of(ApiScope.DECISIONS_WRITE))).isEqualTo(403);
        assertThat(request.getAttributes().isEmpty()).isTrue();
    }

    @Test
    void refusesARouteThatSaysNothing() {
        HttpRequest<?> request = request("Bearer " + key(Role.SERVICE.grants()).secret());
        assertThat(status(request, Optional.empty())).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "Bearer vg_x", "vg_x"})
    void asksForAKeyWhereThereIsNone(String header) {
        assertThat(status(request(header), Optional.of(ApiScope.DECISIONS_READ))).isEqualTo(401);
    }

    @Test
    void refusesTwoKeys() {
        String header = "Bearer " + key(Role.SERVICE.grants()).secret();
        MutableHttpRequest<?> request = request(header);
        request.getHeaders().add("Authorization", header);
        assertThat(status(request, Optional.of(ApiScope.DECISIONS_READ))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", "a\"b", "ü", "a,b"})
    void replacesRequestIdsThatAreNotSane(String sent) {
        assertThat(RequestIds.accept(sent)).matches("[0-9a-f]{32}");
    }

    @Test
    void takesSaneRequestIds() {
        assertThat(RequestIds.accept("req_1.a~B-" + "x".repeat(118))).startsWith("req_1");
        assertThat(RequestIds.accept("x".repeat(129))).hasSize(32);
        assertThat(RequestIds.accept(null)).hasSize(32);
    }

    @Test
    void takesTraceParentsOfTheForm() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        assertThat(RequestIds.trace("00-" + trace + "-b7ad6b7169203331-01")).contains(trace);
        assertThat(RequestIds.trace("01-" + trace + "-b7ad6b7169203331-01-more")).contains(trace);
        assertThat(RequestIds.trace("00-" + trace + "-b7ad6b7169203331-01-more")).isEmpty();
        assertThat(RequestIds.trace("ff-" + trace + "-b7ad6b7169203331-01")).isEmpty();
        assertThat(RequestIds.trace("00-" + "0".repeat(32) + "-b7ad6b7169203331-01")).isEmpty();
        assertThat(RequestIds.trace("00-" + trace + "-" + "0".repeat(16) + "-01")).isEmpty();
        assertThat(RequestIds.trace(null)).isEmpty();
    }

    private int status(HttpRequest<?> request, Optional<ApiScope> need) {
        return catchThrowableOfType(ProblemException.class, () -> gate.admit(request, need))
                .problem()
                .status();
    }

    private ApiKeyGenerator.NewApiKey key(Set<ApiScope> scopes) {
        ApiKeyGenerator.NewApiKey made =
                new ApiKeyGenerator().make("shop", Role.SERVICE, scopes, NOW, null);
        keys.add(made.key(), made.sha256());
        return made;
    }

    private static MutableHttpRequest<?> request(String authorization) {
        return HttpRequest.GET("/v1/noop").header("Authorization", authorization);
    }
}
