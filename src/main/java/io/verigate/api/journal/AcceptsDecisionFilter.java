package io.verigate.api.journal;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.verigate.api.common.openapi.AcceptsPeriod;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Documents the query parameters that select decisions, as `JournalFilters` reads them, and the period.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@AcceptsPeriod
@Parameter(name = "account", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(
        name = "verdict",
        in = ParameterIn.QUERY,
        description = "`allow`, `delay`, `wait`, `refuse` or `block`",
        schema = @Schema(type = "string"))
@Parameter(
        name = "rule",
        in = ParameterIn.QUERY,
        description = "Id of a rule that fired",
        example = "HV-003",
        schema = @Schema(type = "string"))
@Parameter(
        name = "region",
        in = ParameterIn.QUERY,
        description = "Region of the phone number, ISO 3166-1 alpha-2",
        example = "GB",
        schema = @Schema(type = "string"))
@Parameter(
        name = "reason",
        in = ParameterIn.QUERY,
        example = "high-volume",
        schema = @Schema(type = "string"))
@interface AcceptsDecisionFilter {}
