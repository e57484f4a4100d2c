package io.verigate.api.common.openapi;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What the OpenAPI document says of the whole interface.
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Verigate",
                        version = "1",
                        description =
                                "Decides from editable rules whether a verification code may leave, and sends it."
                                        + " Names are lowerCamelCase, words kebab-case, times RFC 3339 in UTC, lengths"
                                        + " ISO 8601. Errors are problems (RFC 9457). Every POST that sends or changes"
                                        + " takes an `Idempotency-Key`: the same key and request get the same answer"
                                        + " for 24 hours and have one effect. `X-Request-ID` is echoed.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "key"),
        tags = {
            @Tag(name = "Decisions", description = "What may happen now"),
            @Tag(name = "Verifications", description = "Codes that leave and are typed"),
            @Tag(name = "Accounts", description = "Accounts and their security info"),
            @Tag(name = "Operations", description = "Blocks, regions and rules"),
            @Tag(
                    name = "Sandbox",
                    description = "For people who integrate; only where the sandbox is on")
        })
@SecurityScheme(
        name = "key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API key as `Authorization: Bearer <key>`")
final class ApiDescription {
    private ApiDescription() {}
}
