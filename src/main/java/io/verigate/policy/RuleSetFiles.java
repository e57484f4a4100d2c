package io.verigate.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The text of everything that makes a rule set, by file name.
///
/// @param rules for example `rules/wait-times.drl`
/// @param policies for example `policies/wait-times.yaml`
/// @param cases for example `policies/wait-times.cases.yaml`
public record RuleSetFiles(
        Map<String, String> rules, Map<String, String> policies, Map<String, String> cases) {
    private static final int REVISION_DIGITS = 16;

    public RuleSetFiles {
        rules = new TreeMap<>(rules);
        policies = new TreeMap<>(policies);
        cases = new TreeMap<>(cases);
    }

    /// Reads two folders.
    ///
    /// @throws Faults when a folder or a file cannot be read
    public static RuleSetFiles read(Path rules, Path policies) {
        Map<String, String> drl = texts(rules, "rules/", ".drl");
        Map<String, String> cases = texts(policies, "policies/", ".cases.yaml");
        Map<String, String> yaml = texts(policies, "policies/", ".yaml");
        yaml.keySet().removeAll(cases.keySet());
        return new RuleSetFiles(drl, yaml, cases);
    }

    /// A hash over rules and policies, not over cases: 16 hexadecimal digits.
    public String revision() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map<String, String> files : List.of(rules, policies)) {
                files.forEach((name, text) -> {
                    digest.update(
                            (name + '\n' + text.length() + '\n').getBytes(StandardCharsets.UTF_8));
                    digest.update(text.getBytes(StandardCharsets.UTF_8));
                });
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, REVISION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "this Java has no SHA-256, which every Java must have", e);
        }
    }

    private static String text(String name, Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return SourceText.of(name, bytes.readNBytes(SourceText.LARGEST_FILE + 1));
        }
    }

    private static Map<String, String> texts(Path folder, String prefix, String ending) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ending)) {
                    texts.put(prefix + name, text(prefix + name, file));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new Faults(
                    List.of(
                            new Fault(
                                    folder.toString(),
                                    0,
                                    0,
                                    "the folder cannot be read: check that it is there")));
        }
    }
}
