package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.access.ApiKey;
import io.verigate.access.ApiKeyAuthenticator;
import io.verigate.access.ApiKeyGenerator;
import io.verigate.access.ApiKeys;
import io.verigate.access.ApiScope;
import io.verigate.access.Role;
import io.verigate.api.TestService.Answer;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Who may use which route (S28): the table, and every route of the running service called in every role.
@ServiceTest
final class PermissionsTest {
    private static final Role[] COLUMNS = {
        Role.SERVICE, Role.ANALYST, Role.SUPPORT, Role.HELP_DESK, Role.ADMIN, Role.AUDITOR
    };

    /// An `x` lets through, a `-` does not; `open` needs no key. The columns: service, analyst, support, help-desk,
    /// admin, auditor.
    private static final String TABLE =
            """
            POST   /v1/decisions                                                    x - - - x -
            POST   /v1/decisions/batch                                              x - - - x -
            POST   /v1/events                                                       x - - - x -
            GET    /v1/decisions                                                    x x x x x x
            GET    /v1/decisions/{id}                                               x x x x x x
            GET    /v1/decisions/{id}/explanation                                   x x x x x x
            GET    /v1/decisions/export                                             x x x x x x
            GET    /v1/noop                                                         x x x x x x
            POST   /v1/verifications                                                x - - - x -
            GET    /v1/verifications/{id}                                           x - - - x -
            POST   /v1/verifications/{id}/check                                     x - - - x -
            POST   /v1/verifications/{id}/resend                                    x - - - x -
            POST   /v1/verifications/{id}/unrequested                               x - - - x -
            POST   /v1/receipts/{provider}                                          open
            GET    /v1/accounts/{id}                                                x x x x x x
            PUT    /v1/accounts/{id}                                                x - - - x -
            GET    /v1/accounts/{id}/security-info                                  x x x x x x
            POST   /v1/accounts/{id}/security-info                                  x - - - x -
            POST   /v1/accounts/{id}/security-info/replacement                      x - - - x -
            POST   /v1/accounts/{account}/security-info/{securityInfo}/confirm      x - - - x -
            POST   /v1/accounts/{account}/security-info/{securityInfo}/removal      x - - - x -
            POST   /v1/accounts/{account}/security-info/{securityInfo}/removal/confirm x - - - x -
            POST   /v1/accounts/{id}/security-info/clear                            - - - x x -
            POST   /v1/accounts/{id}/security-info/clear/{clear}/approve            - - - x x -
            POST   /v1/accounts/{id}/prompt/skip                                    x - - - x -
            GET    /v1/accounts/{id}/personal-data                                  - - - - x -
            DELETE /v1/accounts/{id}/personal-data                                  - - - - x -
            POST   /v1/suggestions                                                  x - - - x -
            GET    /v1/blocks                                                       - x x x x x
            DELETE /v1/blocks/{id}                                                  - x - - x -
            GET    /v1/regions                                                      x x x x x x
            PUT    /v1/regions/{region}/{channel}                                   - x - - x -
            DELETE /v1/regions/{region}/{channel}                                   - x - - x -
            GET    /v1/rulesets                                                     - x - - x x
            GET    /v1/rulesets/active                                              - x - - x x
            GET    /v1/rulesets/candidate                                           - x - - x x
            GET    /v1/rulesets/{revision}                                          - x - - x x
            GET    /v1/rulesets/{revision}/coverage                                 - x - - x x
            GET    /v1/rulesets/{revision}/diff/{other}                             - x - - x x
            POST   /v1/rulesets                                                     - x - - x -
            POST   /v1/rulesets/validate                                            - x - - x -
            POST   /v1/rulesets/{revision}/activate                                 - x - - x -
            DELETE /v1/rulesets/candidate                                           - x - - x -
            GET    /v1/shadow                                                       - x - - x x
            GET    /v1/decisions/{id}/differences                                   - x - - x x
            GET    /v1/backtests                                                    - x - - x x
            GET    /v1/backtests/{id}                                               - x - - x x
            GET    /v1/backtests/{id}/events                                        - x - - x x
            POST   /v1/backtests                                                    - x - - x -
            DELETE /v1/backtests/{id}                                               - x - - x -
            GET    /sandbox/clock                                                   x - - - x -
            PUT    /sandbox/clock                                                   x - - - x -
            GET    /sandbox/messages                                                x - - - x -
            POST   /sandbox/receipts                                                x - - - x -
            GET    /prometheus                                                      - x - - x x
            GET    /health                                                          open
            GET    /health/{selector}                                               open
            GET    /openapi.yml                                                     open
            GET    /docs                                                            open
            GET    /docs/{file}                                                     open
            """;

    @Inject TestService service;

    /// One row.
    ///
    /// @param roles that it lets through; null when it needs no key
    private record Row(String method, String path, Set<Role> roles, boolean open) {}

    @Test
    void theTableHasEveryRouteOfTheService() {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(RunningRoutes.of(service));
    }

    @Test
    void everyRouteLetsThroughWhomTheTableSays() {
        List<String> wrong = new ArrayList<>();
        table().forEach((route, row) -> {
            for (Role role : Role.values()) {
                Answer answer = service.call(role, row.method(), path(row), "", Map.of());
                boolean let = !answer.body().contains("/problems/forbidden");
                if (let != (row.open() || row.roles().contains(role))) {
                    wrong.add(role + " " + route + ": " + answer.status());
                }
            }
            int nobody = service.plain(row.method(), path(row), "", Map.of()).status();
            if ((nobody == 401) == row.open()) {
                wrong.add("nobody " + route + ": " + nobody);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void supportNeitherSendsNorSeesNorAltersCodesNorChangesAnAccount() {
        assertThat(table().values())
                .filteredOn(row -> row.roles().contains(Role.SUPPORT))
                .isNotEmpty()
                .allMatch(row -> row.method().equals("GET"))
                .noneMatch(row -> row.path().startsWith("/v1/verifications"))
                .noneMatch(row -> row.path().startsWith("/sandbox"));
    }

    @Test
    void theHelpDeskChangesAnAccountOnlyTogether() {
        assertThat(table().values())
                .filteredOn(row -> row.roles().contains(Role.HELP_DESK))
                .filteredOn(row -> !row.method().equals("GET"))
                .extracting(Row::path)
                .allMatch(path -> path.contains("/security-info/clear"));
    }

    @Test
    void olderKeysLoseWhatTheirRoleDoesNotGrantAnyMore() {
        ApiKeyGenerator.NewApiKey made =
                new ApiKeyGenerator()
                        .make("old desk", Role.HELP_DESK, Instant.EPOCH.plusSeconds(86_400), null);
        ApiKey key = made.key();
        service.bean(ApiKeys.class)
                .add(
                        new ApiKey(
                                key.id(),
                                key.name(),
                                key.role(),
                                Set.of(ApiScope.ACCOUNTS_READ, ApiScope.ACCOUNTS_WRITE),
                                key.createdAt(),
                                null,
                                null),
                        made.sha256());
        service.bean(ApiKeyAuthenticator.class).forget();

        Answer read = service.call(made.secret(), "GET", "/v1/accounts/none", "", Map.of());
        Answer write = service.call(made.secret(), "PUT", "/v1/accounts/none", "{}", Map.of());

        assertThat(read.status()).isEqualTo(404);
        assertThat(write.status()).isEqualTo(403);
    }

    private static String path(Row row) {
        return row.path().replaceAll("\\{[a-zA-Z]+}", "none");
    }

    private static Map<String, Row> table() {
        Map<String, Row> rows = new TreeMap<>();
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.trim().split(" +");
            Set<Role> roles = EnumSet.noneOf(Role.class);
            boolean open = cells[2].equals("open");
            for (int i = 0; !open && i < COLUMNS.length; i++) {
                if (cells[i + 2].equals("x")) {
                    roles.add(COLUMNS[i]);
                }
            }
            assertThat(cells).as(line).hasSize(open ? 3 : 2 + Role.values().length);
            rows.put(cells[0] + " " + cells[1], new Row(cells[0], cells[1], roles, open));
        }
        return rows;
    }
}
