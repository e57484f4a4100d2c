package io.verigate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Gets a recording from a running service.
@Command(
        name = "record",
        description = {
            "Writes what a running service decided between two times into a file, for `rules simulate --recorded`: one"
                    + " interaction a line, with pseudonyms in place of accounts and addresses.",
            "Exit code 0: written; 1: the service refused; 2: it could not be asked."
        },
        mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Not before, such as 2026-11-16T00:00:00Z; seven days before the end unless told.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before; now unless told.")
    private @Nullable String to;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to write it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private Path file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private ServiceClient service;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String query = "?" + parameter("from", from) + parameter("to", to);
        ServiceResponse said = service.save("/v1/decisions/export" + query, file);
        long interactions = said.good() ? lines() : 0;
        PrintWriter out = spec.commandLine().getOut();
        return new ResponsePrinter(out, OutputFormat.TEXT)
                .tell(said, body -> out.println(interactions + " interactions in " + file));
    }

    private long lines() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null
                ? ""
                : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }
}
