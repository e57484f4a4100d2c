package io.verigate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.analysis.simulation.RecordedInteraction;
import io.verigate.decision.FactDefinition;
import io.verigate.decision.FactType;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.KnownFact;
import io.verigate.decision.Verdict;
import io.verigate.decision.WireEnum;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/// Reads a recording, as the service exports it: one interaction per line.
final class RecordingReader {
    private static final Map<String, FactType> TYPES =
            Arrays.stream(KnownFact.values())
                    .map(KnownFact::definition)
                    .collect(Collectors.toMap(FactDefinition::name, FactDefinition::type));

    private RecordingReader() {}

    /// @throws UsageException when the file does not exist, or a line is not an interaction
    static List<RecordedInteraction> read(Path file) throws IOException {
        List<RecordedInteraction> recording = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                recording.add(parse(line, file, recording.size() + 1));
            }
        } catch (NoSuchFileException e) {
            throw new UsageException(
                    "there is no recording `%s`; make one with `verigate rules record`"
                            .formatted(file));
        }
        return recording;
    }

    private static RecordedInteraction parse(String line, Path file, int number) {
        try {
            return parse(OutputOptions.JSON.readTree(line));
        } catch (JsonProcessingException | DateTimeException | NoSuchElementException e) {
            throw new UsageException(
                    "line %d of `%s` is not a recorded interaction; record it again"
                            .formatted(number, file));
        }
    }

    private static RecordedInteraction parse(JsonNode node) {
        Map<String, Object> facts = new HashMap<>();
        node.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), value(fact.getKey(), fact.getValue())));
        return new RecordedInteraction(
                node.path("id").asText(),
                Instant.parse(node.path("at").asText()),
                WireEnum.parse(InteractionKind.class, node.path("interaction").asText())
                        .orElseThrow(),
                WireEnum.parse(Verdict.class, node.path("verdict").asText()).orElseThrow(),
                node.path("account").asText(),
                node.path("destination").asText(""),
                node.path("source").asText(""),
                node.path("device").asText(""),
                node.path("ruleset").asText(),
                facts);
    }

    private static Object value(String name, JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.longValue();
        }
        return switch (TYPES.getOrDefault(name, FactType.TEXT)) {
            case DURATION -> Duration.parse(value.asText());
            case TIME -> Instant.parse(value.asText());
            default -> value.asText();
        };
    }
}
