package io.verigate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The shipped policies without hot regions: nobody types a code in here, and refusing strangers is not what is to be
/// measured.
final class CalmPolicies {
    private CalmPolicies() {}

    /// The folder that they are in.
    static Path folder() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "load-policies"));
        for (Path file : shipped()) {
            String text =
                    Files.readString(file)
                            .replaceAll(
                                    "(?m)^(  (elevated|high|severe|range)(Again)?Verified): \\d+",
                                    "$1: 0");
            Files.writeString(folder.resolve(file.getFileName()), text);
        }
        return folder;
    }

    /// All but the cases of hot regions, which would say that something is wrong.
    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("policies"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("hot-regions.cases.yaml"))
                    .toList();
        }
    }
}
