package io.verigate.api.common.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A validation error.
///
/// @param pointer JSON Pointer to the field (RFC 6901); null if the error is not in the body
/// @param parameter query parameter; null if the error is not in one
/// @param file file of a rule set; null if the error is not in one
/// @param line line in the file, from 1; null for the whole file
/// @param column column in the line, from 1; null for the whole line
/// @param code stable error code, kebab-case
/// @param detail for humans; never repeats an address
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One validation error")
public record FieldError(
        @Schema(
                        description = "JSON Pointer to the field in the body (RFC 6901)",
                        example = "/method/address")
                @Nullable String pointer,
        @Schema(description = "Name of the query parameter") @Nullable String parameter,
        @Schema(description = "File of the rule set", example = "rules/wait-times.drl")
                @Nullable String file,
        @Schema(description = "Line in the file, from 1", example = "12") @Nullable Integer line,
        @Schema(description = "Column in the line, from 1", example = "5") @Nullable Integer column,
        @Schema(example = "bad-address") String code,
        @Schema(example = "a phone number is `+` and 2 to 15 digits (E.164)") String detail) {
    /// Returns an error in the body.
    public static FieldError inBody(String pointer, String code, String detail) {
        return new FieldError(pointer, null, null, null, null, code, detail);
    }

    /// Returns an error in a file of a rule set.
    ///
    /// @param line 0 for the whole file
    /// @param column 0 for the whole line
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

    /// Returns an error in a query parameter.
    public static FieldError inQuery(String parameter, String code, String detail) {
        return new FieldError(null, parameter, null, null, null, code, detail);
    }
}
