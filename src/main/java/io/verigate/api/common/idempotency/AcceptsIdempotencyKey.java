package io.verigate.api.common.idempotency;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents the header `Idempotency-Key` of an operation that `IdempotentExecutor` runs.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = "Idempotency-Key",
        in = ParameterIn.HEADER,
        description =
                "1 to 128 visible ASCII characters. Retries with the same key within 24 hours return the original response.",
        schema = @Schema(type = "string", maxLength = 128))
public @interface AcceptsIdempotencyKey {}
