package io.verigate.api.common.json;

import com.fasterxml.jackson.databind.JsonNode;

/// Names JSON types in error messages.
final class JsonKind {
    private JsonKind() {}

    static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> node.isIntegralNumber() ? "a whole number" : "a number with a fraction";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "null";
        };
    }
}
