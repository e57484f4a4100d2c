package io.verigate.cli;

import io.verigate.decision.Word;
import io.verigate.simulation.Attack;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An attack by its word.
final class AttackWords implements ITypeConverter<Attack>, Iterable<String> {
    @Override
    public Attack convert(String text) {
        return Word.parse(Attack.class, text)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "`%s` is not an attack: %s"
                                        .formatted(
                                                text, String.join(", ", Word.all(Attack.class)))));
    }

    @Override
    public Iterator<String> iterator() {
        return Word.all(Attack.class).iterator();
    }
}
