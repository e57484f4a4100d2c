package io.verigate.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.policy.Policies;
import io.verigate.policy.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The rules reference in `docs/` is the one that the command prints.
final class ReferenceTest {
    private static final Path PAGE = Path.of("docs", "rules-reference.md");

    @Test
    void listsEveryFactValueAndActionOfTheShippedRules() throws IOException {
        RuleSetFiles shipped = RuleSetFiles.read(Path.of("rules"), Path.of("policies"));

        assertThat(Files.readString(PAGE).strip())
                .as("out of date; run `verigate rules reference > %s`", PAGE)
                .isEqualTo(Reference.of(Policies.read(shipped.policies())));
    }
}
