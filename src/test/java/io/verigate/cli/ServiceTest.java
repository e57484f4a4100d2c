package io.verigate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import org.junit.jupiter.api.Test;

final class ServiceTest {
    @Test
    void tellsTheReasonOfTheInnermostCause() {
        Throwable failure =
                new IllegalStateException(
                        "error starting",
                        new RuntimeException(
                                "bean of type [a.b.C]",
                                new IllegalArgumentException("no\n  good")));

        assertThat(Service.reason(failure)).isEqualTo("no good");
    }

    @Test
    void namesTheFaultWhenItSaysNothing() {
        assertThat(Service.reason(new UnsupportedOperationException()))
                .isEqualTo("UnsupportedOperationException");
    }

    @Test
    void saysWhatToDoAboutATakenPort() {
        assertThat(
                        Service.reason(
                                new IllegalStateException(
                                        new BindException("Address already in use"))))
                .endsWith("or set `micronaut.server.port`");
    }
}
