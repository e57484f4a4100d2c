package io.verigate.api.common.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.verigate.access.ApiKey;
import io.verigate.api.common.AcceptedLanguages;
import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.api.common.security.Caller;
import io.verigate.api.common.security.RequestIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A request of an authenticated caller.
///
/// @param requestId its request id
/// @param caller API key of the caller
/// @param line HTTP method and path
/// @param body raw body; empty for none
/// @param key idempotency key, if any
/// @param language preferred language of the caller, BCP 47; empty if unknown
public record ApiCall(
        String requestId,
        ApiKey caller,
        String line,
        byte[] body,
        Optional<String> key,
        String language) {
    private static final String KEY = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /// @throws ProblemException if the idempotency key is invalid
    public static ApiCall of(HttpRequest<byte[]> request) {
        return new ApiCall(
                RequestIds.of(request),
                Caller.of(request),
                request.getMethodName() + ' ' + request.getPath(),
                request.getBody().orElse(new byte[0]),
                key(request.getHeaders().getAll(KEY)),
                AcceptedLanguages.accepted(request));
    }

    /// Parses the body.
    JsonNode json() {
        return JsonBody.parse(body);
    }

    /// Parses the body as an object.
    public JsonFields fields() {
        return JsonFields.of(json());
    }

    /// Parses the body as an object; an empty body reads as an object without fields.
    public JsonFields optionalFields() {
        return body.length == 0
                ? JsonFields.of(JsonBody.parse("{}".getBytes(StandardCharsets.UTF_8)))
                : fields();
    }

    /// Returns the language of the body, else the one that the caller accepts.
    public String language(String requested) {
        return requested.isEmpty() ? language : requested;
    }

    /// Identifies the whole request: a reused key must come with the same fingerprint.
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available in this Java runtime", e);
        }
    }

    private static Optional<String> key(List<String> sent) {
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        if (sent.size() > 1 || !VISIBLE.matcher(sent.getFirst()).matches()) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "`Idempotency-Key` must be sent once and have 1 to 128 visible ASCII characters");
        }
        return Optional.of(sent.getFirst());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiCall that && requestId.equals(that.requestId);
    }

    @Override
    public int hashCode() {
        return requestId.hashCode();
    }

    @Override
    public String toString() {
        return line + " (" + requestId + ")";
    }
}
