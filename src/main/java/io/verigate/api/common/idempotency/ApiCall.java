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

/// One call of an authenticated caller.
///
/// @param requestId names it
/// @param caller who calls
/// @param line method and path
/// @param body as it was sent; empty for none
/// @param key of idempotency; empty when it was not given
/// @param language that its caller accepts best, BCP 47; empty when it was not told
public record ApiCall(
        String requestId,
        ApiKey caller,
        String line,
        byte[] body,
        Optional<String> key,
        String language) {
    private static final String KEY = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /// @throws ProblemException when its idempotency key is not of the form
    public static ApiCall of(HttpRequest<byte[]> request) {
        return new ApiCall(
                RequestIds.of(request),
                Caller.of(request),
                request.getMethodName() + ' ' + request.getPath(),
                request.getBody().orElse(new byte[0]),
                key(request.getHeaders().getAll(KEY)),
                AcceptedLanguages.accepted(request));
    }

    /// The body as JSON.
    JsonNode json() {
        return JsonBody.parse(body);
    }

    /// The body as one object.
    public JsonFields fields() {
        return JsonFields.of(json());
    }

    /// The body as one object; no body reads as an object without fields.
    public JsonFields fieldsOrNone() {
        return body.length == 0
                ? JsonFields.of(JsonBody.parse("{}".getBytes(StandardCharsets.UTF_8)))
                : fields();
    }

    /// The language of texts: what the body tells, else what the caller accepts.
    public String language(String told) {
        return told.isEmpty() ? language : told;
    }

    /// Stands for the whole request: the same key with another one is a mistake.
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "this Java has no SHA-256, which every Java must have", e);
        }
    }

    private static Optional<String> key(List<String> sent) {
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        if (sent.size() > 1 || !VISIBLE.matcher(sent.getFirst()).matches()) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "`Idempotency-Key` has 1 to 128 visible ASCII characters and is given once");
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
