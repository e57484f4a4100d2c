package io.verigate.cli;

import io.verigate.analysis.simulation.AttackKind;
import io.verigate.decision.WireEnum;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An attack by its word.
final class AttackWords implements ITypeConverter<AttackKind>, Iterable<String> {
    @Override
    public AttackKind convert(String text) {
        return WireEnum.parse(AttackKind.class, text)
                .orElseThrow(() ->
                        new TypeConversionException(
                                "`%s` is not an attack: %s"
                                        .formatted(
                                                text,
                                                String.join(
                                                        ", ", WireEnum.all(AttackKind.class)))));
    }

    @Override
    public Iterator<String> iterator() {
        return WireEnum.all(AttackKind.class).iterator();
    }
}
