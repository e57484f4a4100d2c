package io.verigate.api.common.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a request.
///
/// @param pointer where in the body (JSON Pointer, RFC 6901); null when it is not about the body
/// @param parameter which parameter of the address; null when it is not about one
/// @param file of a rule set; null when it is not about one
/// @param line in the file, from 1; null when the whole file is meant
/// @param column in the line, from 1; null when the whole line is meant
/// @param code stable, in kebab case
/// @param detail for people; never repeats an address
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One thing that is wrong with a request")
public record FieldError(
        @Schema(
                        description = "Where in the body: a JSON Pointer (RFC 6901)",
                        example = "/method/address")
                @Nullable String pointer,
        @Schema(description = "Which query parameter") @Nullable String parameter,
        @Schema(description = "Which file of a rule set", example = "rules/wait-times.drl")
                @Nullable String file,
        @Schema(description = "Line in the file, from 1", example = "12") @Nullable Integer line,
        @Schema(description = "Column in the line, from 1", example = "5") @Nullable Integer column,
        @Schema(example = "bad-address") String code,
        @Schema(example = "a phone number is `+` and 2 to 15 digits (E.164)") String detail) {
    /// About a place in the body.
    public static FieldError inBody(String pointer, String code, String detail) {
        return new FieldError(pointer, null, null, null, null, code, detail);
    }

    /// About a place in a file of a rule set.
    ///
    /// @param line 0 when the whole file is meant
    /// @param column 0 when the whole line is meant
    public static FieldError inFile(String file, int line, int column, String code, String detail) {
        String pointer = "/files/" + file.replace("~", "~0").replace("/", "~1");
        return new FieldError(
                pointer,
                null,
                file,
                line > 0 ? line : null,
                column > 0 ? column : null,
                code,
                detail);
    }

    /// About a query parameter.
    public static FieldError inQuery(String parameter, String code, String detail) {
        return new FieldError(null, parameter, null, null, null, code, detail);
    }
}
