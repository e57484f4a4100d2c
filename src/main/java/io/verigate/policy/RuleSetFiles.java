package io.verigate.policy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The source files of a rule set, by name.
///
/// @param rules for example `rules/wait-times.drl`
/// @param policies for example `policies/wait-times.yaml`
/// @param cases for example `policies/wait-times.cases.yaml`
public record RuleSetFiles(
        Map<String, String> rules, Map<String, String> policies, Map<String, String> cases) {
    private static final int REVISION_DIGITS = 16;
    private static final String RULES = ".drl";
    private static final String CASES = ".cases.yaml";

    public RuleSetFiles {
        rules = new TreeMap<>(rules);
        policies = new TreeMap<>(policies);
        cases = new TreeMap<>(cases);
        SourceText.checkSize(all(rules, policies, cases).values());
    }

    /// Reads two folders.
    ///
    /// @throws Faults when a folder or a file cannot be read
    public static RuleSetFiles read(Path rules, Path policies) {
        Map<String, String> all = SourceFolder.rules(rules).texts();
        all.putAll(SourceFolder.policies(policies).texts());
        return of(all);
    }

    /// A warning for each file of the two folders that is not read.
    public static List<Diagnostic> unread(Path rules, Path policies) {
        List<Diagnostic> unread = new ArrayList<>(SourceFolder.rules(rules).unread());
        unread.addAll(SourceFolder.policies(policies).unread());
        return unread;
    }

    /// Sorts files into rules, policies and cases by their names.
    ///
    /// @param all text by name, for example `policies/wait-times.yaml`
    /// @throws Faults when a name does not belong to a rule set
    public static RuleSetFiles of(Map<String, String> all) {
        List<Diagnostic> unknown =
                all.keySet().stream()
                        .filter(name -> !SourceText.isName(name))
                        .map(name ->
                                new Diagnostic(
                                        name, 0, 0, "`" + name + "` " + SourceText.NOT_A_FILE))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidRuleSetException(unknown);
        }
        Map<String, String> rules = new TreeMap<>(all);
        rules.keySet().removeIf(name -> !name.endsWith(RULES));
        Map<String, String> cases = new TreeMap<>(all);
        cases.keySet().removeIf(name -> !name.endsWith(CASES));
        Map<String, String> policies = new TreeMap<>(all);
        policies.keySet().removeAll(rules.keySet());
        policies.keySet().removeAll(cases.keySet());
        return new RuleSetFiles(rules, policies, cases);
    }

    /// All files: text by name.
    public Map<String, String> all() {
        return all(rules, policies, cases);
    }

    private static Map<String, String> all(
            Map<String, String> rules, Map<String, String> policies, Map<String, String> cases) {
        Map<String, String> all = new TreeMap<>(rules);
        all.putAll(policies);
        all.putAll(cases);
        return all;
    }

    /// The first 16 hexadecimal digits of the digest.
    public String revision() {
        return digest().substring(0, REVISION_DIGITS);
    }

    /// SHA-256 over all files, 64 hexadecimal digits. Unlike a revision it cannot be forged.
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            all().forEach((name, text) -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((name + '\n' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
