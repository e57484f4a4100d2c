package io.verigate.account.mariadb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.account.Pattern;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The usage pattern of an account as JSON: three objects that map names to times.
final class PatternJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EMPTY = "{}";

    private PatternJson() {}

    static String write(Pattern pattern) {
        if (pattern.isEmpty()) {
            return EMPTY;
        }
        ObjectNode root = JSON.createObjectNode();
        write(root, "devices", pattern.devices());
        write(root, "networks", pattern.networks());
        write(root, "countries", pattern.countries());
        return root.toString();
    }

    static Pattern read(String text) {
        if (text.equals(EMPTY)) {
            return Pattern.EMPTY;
        }
        try {
            JsonNode root = JSON.readTree(text);
            return new Pattern(
                    read(root, "devices"), read(root, "networks"), read(root, "countries"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored pattern of an account is not JSON", e);
        }
    }

    private static void write(ObjectNode root, String name, Map<String, Instant> seen) {
        ObjectNode node = root.putObject(name);
        seen.forEach((one, at) -> node.put(one, at.toString()));
    }

    private static Map<String, Instant> read(JsonNode root, String name) {
        Map<String, Instant> seen = new HashMap<>();
        root.path(name)
                .properties()
                .forEach(one -> seen.put(one.getKey(), Instant.parse(one.getValue().asText())));
        return seen;
    }
}
