package io.verigate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.verigate.policy.InvalidRuleSetException;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Downloads the files of a version.
@Command(
        name = "fetch",
        description =
                "Downloads the files of a version from a running service, to edit and publish.")
final class FetchCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "revision",
            description = "Revision to download. Default: the active one")
    private @Nullable String revision;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FOLDER",
            description = "Target folder, required; must be empty or not exist.")
    private Path folder = Path.of("");

    @Mixin private final ServiceClient service = new ServiceClient();
    @Mixin private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        ServiceResponse version =
                service.forRevision(
                        revision,
                        name -> service.get("/v1/rulesets/" + ServiceClient.segment(name)));
        if (version.ok()) {
            write(files(version.body()));
        }
        String fetched = version.body().path("revision").asText();
        return output.print(
                version,
                body ->
                        output.out()
                                .printf(
                                        "wrote %d files of %s to `%s`; publish your changes with"
                                                + " `verigate rules publish %s --parent %s -m WHY`%n",
                                        body.path("files").size(),
                                        fetched,
                                        folder,
                                        folder,
                                        fetched));
    }

    /// Accepts only names that a rule set may contain, so that nothing is written outside the folder, and only a complete
    /// set.
    private static RuleSetFiles files(JsonNode version) {
        Map<String, String> texts = new HashMap<>();
        version.path("files")
                .properties()
                .forEach(file -> texts.put(file.getKey(), file.getValue().asText()));
        try {
            RuleSetFiles files = RuleSetFiles.of(texts);
            String expected = version.path("revision").asText();
            if (!files.revision().equals(expected)) {
                throw new UsageException(
                        "the downloaded files are incomplete: expected revision `%s`, got `%s`"
                                .formatted(expected, files.revision()));
            }
            return files;
        } catch (InvalidRuleSetException invalid) {
            throw new UsageException(
                    "the downloaded files are not a rule set: " + invalid.getMessage());
        }
    }

    private void write(RuleSetFiles files) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new UsageException(
                            "the target folder `%s` is not empty; choose another"
                                    .formatted(folder));
                }
            }
            Files.createDirectory(folder.resolve("rules"));
            Files.createDirectory(folder.resolve("policies"));
            for (Map.Entry<String, String> file : files.all().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UsageException(
                    "cannot write all files to `%s`: %s; empty it or choose another folder"
                            .formatted(folder, e));
        }
    }
}
