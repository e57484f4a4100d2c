package io.verigate.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Downloads a recording from a running service.
@Command(
        name = "record",
        description = {
            "Downloads recorded decisions of a running service into a file for `rules simulate --recorded`: one"
                    + " interaction per line, with pseudonyms instead of accounts and addresses."
        },
        exitCodeList = {"0:Written", "1:Rejected by the service", "2:Invalid usage, or no service"})
final class RecordCommand extends CliCommand implements Callable<Integer> {
    @Mixin private final PeriodOptions period = new PeriodOptions();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Target file, required.")
    private Path file = Path.of("");

    @Mixin private final ServiceClient service = new ServiceClient();

    @Override
    public Integer call() throws IOException {
        String query =
                period.parameters().entrySet().stream()
                        .map(bound ->
                                bound.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                bound.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        ServiceResponse response = service.download("/v1/decisions/export?" + query, file);
        out().println(response.ok() ? count() + " interactions in " + file : response.problem());
        return response.ok() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private long count() throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
