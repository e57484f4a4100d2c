package io.verigate.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A closed choice with one spelling on the wire, in rules and in the database: the constant's name in kebab case.
public interface WireEnum {
    /// The spelling, for example `send-code`.
    String wireName();

    /// The spelling of a constant, computed once by the constant itself.
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant that is spelt like this; empty when there is none.
    static <E extends Enum<E> & WireEnum> Optional<E> parse(Class<E> words, String text) {
        for (E constant : words.getEnumConstants()) {
            if (constant.wireName().equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /// All spellings, in the order of declaration.
    static <E extends Enum<E> & WireEnum> List<String> all(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(WireEnum::wireName).toList();
    }
}
