package io.verigate.rules.syntax;

import io.verigate.rules.syntax.RuleScanner.Token;
import java.util.List;

/// One rule as it is written, cut into its parts; nothing is known yet of their sense.
///
/// @param name in quotes after `rule`
/// @param metadata the lines with `@`
/// @param constraints what stands between the commas of `Request( … )`, names for durations left out
/// @param bindings names for durations
/// @param then where `then` stands
/// @param calls what stands in `then`
public record RuleText(
        Token name,
        List<Metadata> metadata,
        List<SourceToken> constraints,
        List<Binding> bindings,
        Token then,
        List<Call> calls) {
    /// One line with `@`.
    public record Metadata(Token name, Token value) {}

    /// `$name : fact`.
    public record Binding(Token name, Token fact) {}

    /// `findings.verb(argument, …);`
    public record Call(Token verb, List<Token> arguments) {}

    /// What is written behind an `@`; empty when it is not there.
    public String value(String about) {
        return metadata.stream()
                .filter(one -> one.name().text().equals(about))
                .map(one -> one.value().text())
                .findFirst()
                .orElse("");
    }

    /// Where it begins.
    public int line() {
        return name.written().line();
    }
}
