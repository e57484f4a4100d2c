package io.verigate.rules.syntax;

import io.verigate.rules.syntax.RuleScanner.Token;
import java.util.List;

/// One parsed rule; names and types are not checked yet.
///
/// @param name in quotes after `rule`
/// @param metadata the lines with `@`
/// @param constraints of `Request( … )`, without bindings
/// @param bindings `$name : fact`
/// @param then position of `then`
/// @param calls in `then`
public record RuleText(
        Token name,
        List<Metadata> metadata,
        List<SourceToken> constraints,
        List<Binding> bindings,
        Token then,
        List<Call> calls) {
    /// Names the requirements that a rule implements.
    public static final String REQUIREMENT = "requirement";

    private static final String OLD_REQUIREMENT = "source";

    /// One line with `@`.
    public record Metadata(Token name, Token value) {
        /// Whether it is `@source`, the deprecated name of `@requirement`.
        public boolean deprecated() {
            return name.text().equals(OLD_REQUIREMENT);
        }

        /// Its current name.
        public String meaning() {
            return deprecated() ? REQUIREMENT : name.text();
        }
    }

    /// `$name : fact`.
    public record Binding(Token name, Token fact) {}

    /// `findings.verb(argument, …);`
    public record Call(Token verb, List<Token> arguments) {}

    /// The value of a metadata entry; empty when it is missing.
    public String value(String about) {
        return metadata.stream()
                .filter(one -> one.meaning().equals(about))
                .map(one -> one.value().text())
                .findFirst()
                .orElse("");
    }

    /// Line of its name, from 1.
    public int line() {
        return name.written().line();
    }
}
