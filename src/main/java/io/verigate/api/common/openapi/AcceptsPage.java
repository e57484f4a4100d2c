package io.verigate.api.common.openapi;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents the query parameters of a paged list, as `QueryParameters.limit` and `QueryParameters.after` read them.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = "limit",
        in = ParameterIn.QUERY,
        description = "Maximum number of items, 1 to 500. Default: 50",
        schema = @Schema(type = "integer"))
@Parameter(
        name = "cursor",
        in = ParameterIn.QUERY,
        description = "`next` of the previous page",
        schema = @Schema(type = "string"))
public @interface AcceptsPage {}
