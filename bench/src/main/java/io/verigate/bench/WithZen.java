package io.verigate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The policy `request-volume` as a decision table in GoRules zen, a native engine with a package
/// for Node: in a process of its own, checked and measured there by `bench/src/main/node/zen.mjs`.
/// Without Node, or where npm cannot fetch the package, the bench says so and does without.
final class WithZen {
    private static final Path SCRIPTS = Path.of("bench", "src", "main", "node");
    private static final Path FOLDER = Path.of("target", "zen");
    private static final long MINUTES = 5;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WithZen() {}

    /// Two lines for ordinary and for mixed requests; none without Node.
    static List<Line> measure(List<VolumeRequest> checked, List<VolumeRequest> mixed) {
        try {
            Files.createDirectories(FOLDER);
            for (String file : List.of("package.json", "zen.mjs")) {
                Files.copy(
                        SCRIPTS.resolve(file),
                        FOLDER.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(FOLDER.resolve("policy.json"), policy(checked, mixed));
            run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock");
            return lines(run("node", "zen.mjs"));
        } catch (IOException e) {
            System.out.println("zen is not measured: " + e.getMessage());
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the bench was interrupted", e);
        }
    }

    private static String policy(List<VolumeRequest> checked, List<VolumeRequest> mixed)
            throws IOException {
        return JSON.writeValueAsString(
                Map.of(
                        "rules",
                        VolumeRule.all().stream()
                                .map(rule -> Map.of("id", rule.id(), "condition", rule.zen()))
                                .toList(),
                        "checked",
                        checked.stream()
                                .map(one ->
                                        Map.of(
                                                "request",
                                                one.named(),
                                                "rules",
                                                HandWritten.fired(one)))
                                .toList(),
                        "measured",
                        Map.of(
                                "ordinary",
                                List.of(VolumeRequest.ordinary().named()),
                                "mixed",
                                mixed.stream().map(VolumeRequest::named).toList())));
    }

    private static List<Line> lines(List<String> written) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String text : written) {
            JsonNode one = JSON.readTree(text);
            String group = "onePolicy, " + one.get("kind").asText();
            lines.add(Line.line(group, "onePolicyZen", one.get("alone").asDouble(), -1));
            lines.add(
                    Line.line(group, "onePolicyZen, 64 at once", one.get("atOnce").asDouble(), -1));
        }
        return lines;
    }

    /// What a program wrote.
    ///
    /// @throws IOException when there is no such program, or it failed
    private static List<String> run(String... command) throws IOException, InterruptedException {
        Path output = FOLDER.resolve(command[0] + ".out");
        Process process =
                new ProcessBuilder(command)
                        .directory(FOLDER.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("`" + command[0] + "` takes too long");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("`" + String.join(" ", command) + "` failed");
        }
        return Files.readAllLines(output);
    }
}
