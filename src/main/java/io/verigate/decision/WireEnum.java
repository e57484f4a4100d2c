package io.verigate.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A closed set of values with one spelling in JSON, in rules and in the database: the name of the constant in kebab
/// case. Implemented by enums only.
public interface WireEnum {
    /// The spelling, for example `send-code`.
    default String wireName() {
        Enum<?> constant = (Enum<?>) this;
        return Spellings.OF.get(constant.getDeclaringClass())[constant.ordinal()];
    }

    /// The spelling of a constant's name, for constructors: `wireName` works once the enum is initialised.
    static String spelling(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant with this spelling; empty when there is none.
    static <E extends Enum<E> & WireEnum> Optional<E> parse(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.wireName().equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /// All spellings, in the order of declaration.
    static <E extends Enum<E> & WireEnum> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(WireEnum::wireName).toList();
    }

    /// The spellings of each enum, made once: a decision asks for dozens of them.
    final class Spellings {
        private static final ClassValue<String[]> OF =
                new ClassValue<>() {
                    @Override
                    protected String[] computeValue(Class<?> type) {
                        return Arrays.stream((Enum<?>[]) type.getEnumConstants())
                                .map(constant -> spelling(constant.name()))
                                .toArray(String[]::new);
                    }
                };

        private Spellings() {}
    }
}
