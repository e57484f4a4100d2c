package io.verigate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.ExitCode;

/// `verigate warm-up` keeps what the rehearsal ran through, so the rehearsal has to get to its end.
final class RehearseCommandTest {
    @Test
    void startsDecidesAndSendsWithoutADatabase() {
        assertThat(Verigate.commands().execute("rehearse")).isEqualTo(ExitCode.OK);
    }
}
