package io.verigate.api.common.openapi;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;

/// OpenAPI metadata of the whole API.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Verigate",
                        version = "1",
                        description =
                                "Decides by editable rules whether a verification code may be sent, and sends it. Field"
                                        + " names are lowerCamelCase, enumeration values kebab-case, times RFC 3339 in UTC,"
                                        + " durations ISO 8601. Errors are problem details (RFC 9457). Every POST that changes"
                                        + " something accepts an `Idempotency-Key`: retries with the same key within 24 hours return"
                                        + " the original response. `X-Request-ID` is echoed.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "key"),
        tags = {
            @Tag(
                    name = "Decisions",
                    description = "Decide on interactions, report events, search the decision log"),
            @Tag(name = "Verifications", description = "Send and check verification codes"),
            @Tag(name = "Accounts", description = "Accounts and their security info"),
            @Tag(name = "Operations", description = "Blocks, regions and rules"),
            @Tag(
                    name = "Sandbox",
                    description = "For integrators; available only when the sandbox is enabled")
        })
@SecurityScheme(
        name = "key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "API key as `Authorization: Bearer <key>`")
final class ApiDescription {
    private ApiDescription() {}
}
