package io.verigate.api.common.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.api.common.problem.ProblemKind;
import io.verigate.policy.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Parses request bodies: one JSON value in UTF-8 (RFC 8259) without duplicate names or trailing tokens. Errors give
/// line and column and never repeat the input. Thread-safe.
public final class JsonBody {
    /// Maximum body size, in bytes.
    public static final int MAX_SIZE = 64 * 1024;

    /// Maximum body size of a batch, in bytes: a hundred interactions with every field have 74 KiB.
    public static final int MAX_BATCH_SIZE = 256 * 1024;

    /// Maximum body size with the files of a rule set, in bytes: fits the largest rule set even if every character is
    /// escaped.
    public static final int MAX_FILES_SIZE = 2 * SourceText.LARGEST_SET + 1024 * 1024;

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NAME_LENGTH = 256;
    private static final int MAX_NUMBER_LENGTH = 40;

    private static final ObjectReader READER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    // Virtual threads live for one request, so thread-local buffers
                                    // would be allocated every time.
                                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxNameLength(MAX_NAME_LENGTH)
                                                    .maxNumberLength(MAX_NUMBER_LENGTH)
                                                    .maxStringLength(MAX_FILES_SIZE)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readerFor(JsonNode.class);

    private JsonBody() {}

    /// Parses a body.
    ///
    /// @param body null or empty for none
    /// @throws ProblemException if it is missing, too long or invalid
    public static JsonNode parse(byte @Nullable [] body) {
        return parse(body, MAX_SIZE);
    }

    /// Parses a body with another maximum size.
    ///
    /// @param longest maximum size in bytes
    public static JsonNode parse(byte @Nullable [] body, int maxSize) {
        if (body == null || body.length == 0) {
            throw invalid("the body is required: send one JSON value");
        }
        if (body.length > maxSize) {
            throw ProblemException.of(
                    ProblemKind.TOO_LARGE, "the body must have at most " + maxSize + " bytes");
        }
        try {
            return isAscii(body) ? READER.readValue(body) : READER.readValue(text(body));
        } catch (StreamConstraintsException e) {
            throw invalid(
                    "the body is nested too deeply, or has a name or number that is too long"
                            + at(e));
        } catch (MismatchedInputException e) {
            throw invalid("the body must be exactly one JSON value" + at(e));
        } catch (JsonProcessingException e) {
            throw invalid(reason(e) + at(e));
        } catch (CharacterCodingException e) {
            throw invalid("the body must be UTF-8 (RFC 8259 8.1)");
        } catch (IOException e) {
            throw invalid("cannot read the body: send one JSON value in UTF-8");
        }
    }

    /// ASCII bodies are parsed from bytes, which is faster. A body with zero bytes is excluded, as it could pass for
    /// UTF-16.
    private static boolean isAscii(byte[] body) {
        for (byte value : body) {
            if (value <= 0) {
                return false;
            }
        }
        return true;
    }

    private static InputStreamReader text(byte[] body) {
        return new InputStreamReader(
                new ByteArrayInputStream(body),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    // The parser's messages repeat the input, so only their kind is used.
    private static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return message.startsWith("Duplicate")
                ? "duplicate name in an object"
                : "invalid JSON (RFC 8259)";
    }

    private static String at(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null
                ? ""
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemKind.MALFORMED_JSON, detail);
    }
}
