package io.verigate.rules.compile;

import io.verigate.decision.FactType;
import io.verigate.policy.Policies;
import io.verigate.rules.check.SymbolTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// One attack of the corpus.
///
/// @param kind what it is after
/// @param name unique in its kind
/// @param what `drl`, `policy`, `cases` or `zip`
/// @param text the file, or the name of the file in a bundle
/// @param content of the file in a bundle
/// @param runs whether it is safe to run, under limits
record Attack(String kind, String name, String what, String text, String content, boolean runs) {
    private static final String METADATA =
            " @id(\"AT-%03d\") @summary(\"s\") @reason(\"r\") @owner(\"o\") @requirement(\"s\") @since(\"2026-11-24\")";
    private static final Pattern RULE = Pattern.compile("rule (\"[a-z]+\")( extends \"[a-z]+\")?");
    private static final Pattern NAME =
            Pattern.compile("(?<![.\\w\"$:])[a-z][a-zA-Z0-9]+\\b(?!\\s*\\()");

    /// All of them.
    static List<Attack> all() {
        LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(0).build();
        try (InputStream file =
                Objects.requireNonNull(Attack.class.getResourceAsStream("attacks.yaml"))) {
            Map<?, ?> top = (Map<?, ?>) new Load(settings).loadFromInputStream(file);
            List<Attack> attacks = new ArrayList<>();
            for (Object one : (List<?>) top.get("attacks")) {
                attacks.add(of((Map<?, ?>) one));
            }
            return attacks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack of(Map<?, ?> fields) {
        String what =
                List.of("then", "when", "drl", "policy", "cases", "zip").stream()
                        .filter(fields::containsKey)
                        .findFirst()
                        .orElseThrow();
        String start = (String) fields.get(what);
        String repeated = "";
        if (fields.containsKey("repeat")) {
            StringBuilder long_ = new StringBuilder();
            for (int i = 1; i <= (Integer) fields.get("times"); i++) {
                long_.append(((String) fields.get("repeat")).replace("#", "%04d".formatted(i)));
            }
            repeated = long_ + (fields.containsKey("after") ? (String) fields.get("after") : "");
        }
        if (fields.get("keys") instanceof Integer keys) {
            List<String> many = new ArrayList<>();
            for (int i = 0; i < keys; i++) {
                many.add("k" + i);
            }
            start = start.replace("KEYS", many.toString());
        }
        String text = what.equals("zip") ? start : start + repeated;
        String drl =
                switch (what) {
                    case "then" ->
                            "rule \"r\" when Request( asksForCode ) then " + text + "\nend\n";
                    case "when" ->
                            "rule \"r\" when Request( "
                                    + text
                                    + " ) then findings.advise(\"x\"); end\n";
                    default -> text;
                };
        return new Attack(
                (String) fields.get("kind"),
                (String) fields.get("name"),
                what.equals("then") || what.equals("when") ? "drl" : what,
                drl,
                what.equals("zip") ? repeated : "",
                Boolean.TRUE.equals(fields.get("runs")));
    }

    /// As an analyst would have to write it, so that nothing but the attack can be refused.
    String dressed() {
        if (text.contains("@id(\"XX")) {
            return text;
        }
        int[] number = {0};
        return RULE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group() + METADATA.formatted(++number[0])));
    }

    /// Whether a compiler would be busy with it for minutes.
    boolean isLarge() {
        return text.length() > 100_000;
    }

    /// As the compiler reads it: facts by the names of their properties.
    String raw(Policies policies) {
        SymbolTable names = new SymbolTable(policies);
        String named =
                NAME.matcher(text)
                        .replaceAll(found -> {
                            FactType type = names.type(found.group());
                            return Matcher.quoteReplacement(
                                    type == null
                                            ? found.group()
                                            : type == FactType.FLAG
                                                    ? RuleWriter.flag(found.group())
                                                    : RuleWriter.value(found.group()));
                        });
        return RuleCompiler.preamble() + "\n" + named;
    }

    @Override
    public String toString() {
        return kind + ": " + name;
    }
}
