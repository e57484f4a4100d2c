package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.policy.Faults;
import io.verigate.policy.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Gets the files of a version, so that somebody can go on from there.
@Command(
        name = "fetch",
        description = {
            "Gets the files of a version from a running service, to change and publish them.",
            "Without a revision: of what decides now."
        },
        mixinStandardHelpOptions = true)
final class FetchCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "revision", description = "A revision.")
    private @Nullable String revision;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            description = "Where to: a folder that is empty or not there yet.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Path folder;

    @Option(names = "--format", defaultValue = "text", description = "How to answer: text or json.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private OutputFormat format;

    @Mixin private final Running service = new Running();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        Telling telling = new Telling(spec.commandLine().getOut(), format);
        String wanted = revision;
        if (wanted == null) {
            Said now = service.ask("GET", "/v1/rulesets/active", "");
            if (!now.good()) {
                return telling.tell(now, json -> {});
            }
            wanted = now.body().path("wanted").asText();
        }
        Said version = service.ask("GET", "/v1/rulesets/" + Running.part(wanted), "");
        if (version.good()) {
            write(files(version.body()));
        }
        String fetched = wanted;
        return telling.tell(
                version,
                json ->
                        telling.out()
                                .printf(
                                        "wrote the %d files of %s to `%s`; publish what you make of them with"
                                                + " `verigate rules publish %s --parent %s -m WHY`%n",
                                        json.path("files").size(),
                                        fetched,
                                        folder,
                                        folder,
                                        fetched));
    }

    /// Only what a rule set may have, so that nothing is written elsewhere.
    private static RuleSetFiles files(JsonNode version) {
        Map<String, String> texts = new HashMap<>();
        version.path("files")
                .properties()
                .forEach(file -> texts.put(file.getKey(), file.getValue().asText()));
        try {
            return RuleSetFiles.of(texts);
        } catch (Faults faults) {
            throw new MisuseException(
                    "what answers is no service of this kind: " + faults.getMessage());
        }
    }

    private void write(RuleSetFiles files) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new MisuseException(
                            "`%s` is not empty; name a folder that is, or is not there yet"
                                    .formatted(folder));
                }
            }
            Files.createDirectory(folder.resolve("rules"));
            Files.createDirectory(folder.resolve("policies"));
            for (Map.Entry<String, String> file : files.all().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new MisuseException("`%s` cannot be written: %s".formatted(folder, e));
        }
    }
}
