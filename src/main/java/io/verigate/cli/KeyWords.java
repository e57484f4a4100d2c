package io.verigate.cli;

import io.verigate.access.ApiScope;
import io.verigate.access.Role;
import io.verigate.decision.WireEnum;
import io.verigate.policy.Literal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How the options of `keys` are written.
final class KeyWords {
    private KeyWords() {}

    /// A role by its word.
    static final class Roles implements ITypeConverter<Role> {
        @Override
        public Role convert(String text) {
            return WireEnum.parse(Role.class, text)
                    .orElseThrow(() ->
                            unknown(text, "a role", String.join(", ", WireEnum.all(Role.class))));
        }
    }

    /// The words of all roles.
    static final class RoleNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return WireEnum.all(Role.class).iterator();
        }
    }

    /// A scope as it is on the wire.
    static final class Scopes implements ITypeConverter<ApiScope> {
        @Override
        public ApiScope convert(String text) {
            return Arrays.stream(ApiScope.values())
                    .filter(access -> access.scope().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            unknown(
                                    text,
                                    "a scope",
                                    Arrays.stream(ApiScope.values())
                                            .map(ApiScope::scope)
                                            .collect(Collectors.joining(", "))));
        }
    }

    /// A length of time above zero, as in policies.
    static final class Lifetime implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Literal.duration(text)
                    .filter(Duration::isPositive)
                    .orElseThrow(() -> unknown(text, "a length of time", "such as 90d or 12h"));
        }
    }

    private static TypeConversionException unknown(String text, String wanted, String choices) {
        return new TypeConversionException("`%s` is not %s: %s".formatted(text, wanted, choices));
    }
}
