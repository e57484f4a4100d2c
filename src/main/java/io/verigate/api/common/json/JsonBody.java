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

/// Parses a body into a tree: one JSON value in UTF-8 (RFC 8259), no name twice, nothing behind it. What it says of a
/// bad body names a line and a column and repeats nothing of it.
public final class JsonBody {
    /// Longest body, in bytes.
    public static final int MAX_LENGTH = 64 * 1024;

    /// Longest body with many interactions, in bytes: a hundred that tell everything have 74 KiB.
    public static final int MAX_BATCH_SIZE = 256 * 1024;

    /// Longest body with the files of a rule set, in bytes: the largest set has room in it when every character is a
    /// quotation mark.
    public static final int MAX_FILES_SIZE = 2 * SourceText.LARGEST_SET + 1024 * 1024;

    private static final int DEEPEST = 16;
    private static final int MAX_NAME_LENGTH = 256;
    private static final int MAX_NUMBER_LENGTH = 40;

    private static final ObjectReader READER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    // Virtual threads live for one request: buffers kept by
                                    // thread would be made anew each time.
                                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
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

    /// The tree of a body.
    ///
    /// @param body null or empty when there is none
    /// @throws ProblemException when it is missing, too long or not such JSON
    public static JsonNode parse(byte @Nullable [] body) {
        return parse(body, MAX_LENGTH);
    }

    /// The same with another longest body.
    ///
    /// @param longest in bytes
    public static JsonNode parse(byte @Nullable [] body, int longest) {
        if (body == null || body.length == 0) {
            throw bad("the body is missing: send one JSON value");
        }
        if (body.length > longest) {
            throw ProblemException.of(
                    ProblemKind.TOO_LARGE, "a body has at most " + longest + " bytes: send less");
        }
        try {
            return isAscii(body) ? READER.readValue(body) : READER.readValue(text(body));
        } catch (StreamConstraintsException e) {
            throw bad(
                    "the body is nested too deeply, or has a name or number that is too long"
                            + at(e));
        } catch (MismatchedInputException e) {
            throw bad("there has to be exactly one JSON value" + at(e));
        } catch (JsonProcessingException e) {
            throw bad(reason(e) + at(e));
        } catch (CharacterCodingException e) {
            throw bad("the body is not UTF-8 (RFC 8259 8.1): send it in UTF-8");
        } catch (IOException e) {
            throw bad("the body cannot be read: send one JSON value in UTF-8");
        }
    }

    /// Such a body is read from its bytes, which is faster. Not one with zeros in it, which would pass for UTF-16.
    private static boolean isAscii(byte[] body) {
        for (byte one : body) {
            if (one <= 0) {
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

    // The parser's own words repeat what was sent, so only their kind is used.
    private static String reason(JsonProcessingException e) {
        String said = e.getOriginalMessage();
        return said.startsWith("Duplicate")
                ? "a name occurs twice in one object"
                : "this is not JSON (RFC 8259)";
    }

    private static String at(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null
                ? ""
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static ProblemException bad(String detail) {
        return ProblemException.of(ProblemKind.MALFORMED_JSON, detail);
    }
}
