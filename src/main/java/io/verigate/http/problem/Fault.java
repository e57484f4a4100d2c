package io.verigate.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with a request.
///
/// @param pointer where in the body (JSON Pointer, RFC 6901); null when it is not about the body
/// @param parameter which parameter of the address; null when it is not about one
/// @param code stable, in kebab case
/// @param detail for people; never repeats an address
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One thing that is wrong with a request")
public record Fault(
        @Schema(
                        description = "Where in the body: a JSON Pointer (RFC 6901)",
                        example = "/method/address")
                @Nullable String pointer,
        @Schema(description = "Which query parameter") @Nullable String parameter,
        @Schema(example = "bad-address") String code,
        @Schema(example = "a phone number is `+` and 2 to 15 digits (E.164)") String detail) {
    /// About a place in the body.
    public static Fault inBody(String pointer, String code, String detail) {
        return new Fault(pointer, null, code, detail);
    }

    /// About a query parameter.
    public static Fault inQuery(String parameter, String code, String detail) {
        return new Fault(null, parameter, code, detail);
    }
}
