package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.policy.InvalidRuleSetException;
import io.verigate.policy.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gets the files of a version, so that somebody can go on from there.
@Command(
        name = "fetch",
        description = {
            "Gets the files of a version from a running service, to change and publish them.",
            "Without a revision: of what decides now."
        },
        mixinStandardHelpOptions = true)
final class FetchCommand extends VersionCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "revision", description = "A revision.")
    private @Nullable String revision;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            description = "Where to: a folder that is empty or not there yet.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Path folder;

    @Override
    public Integer call() {
        return Optional.ofNullable(revision)
                .or(this::wanted)
                .map(this::fetch)
                .orElse(Verigate.NOT_GOOD);
    }

    private int fetch(String wanted) {
        ServiceResponse version =
                service().ask("GET", "/v1/rulesets/" + ServiceClient.part(wanted), "");
        if (version.good()) {
            write(files(version.body()));
        }
        ResponsePrinter telling = telling();
        return telling.tell(
                version,
                json ->
                        telling.out()
                                .printf(
                                        "wrote the %d files of %s to `%s`; publish what you make of them with"
                                                + " `verigate rules publish %s --parent %s -m WHY`%n",
                                        json.path("files").size(), wanted, folder, folder, wanted));
    }

    /// Only what a rule set may have, so that nothing is written elsewhere, and all of it.
    private static RuleSetFiles files(JsonNode version) {
        Map<String, String> texts = new HashMap<>();
        version.path("files")
                .properties()
                .forEach(file -> texts.put(file.getKey(), file.getValue().asText()));
        try {
            RuleSetFiles files = RuleSetFiles.of(texts);
            if (!files.revision().equals(version.path("revision").asText())) {
                throw new MisuseException(
                        "what answers is not whole: it says that it is `%s`, and is `%s`"
                                .formatted(version.path("revision").asText(), files.revision()));
            }
            return files;
        } catch (InvalidRuleSetException faults) {
            throw new MisuseException("what answers is no rule set: " + faults.getMessage());
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
            throw new MisuseException(
                    "`%s` cannot be written whole: %s; name another folder, or empty this one"
                            .formatted(folder, e));
        }
    }
}
