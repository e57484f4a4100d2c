package io.verigate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.context.exceptions.BeanInstantiationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.BindException;
import org.junit.jupiter.api.Test;

final class ServiceTest {
    @Test
    void usesTheMessageOfOurOutermostException() {
        NumberFormatException inside =
                assertThrows(NumberFormatException.class, () -> new BigDecimal("1,5"));
        Throwable ours = new IllegalArgumentException("no\n  price", inside);
        Throwable wrapped =
                new BeanInstantiationException(
                        "bean of type [a.b.C]", new UncheckedIOException(new IOException(ours)));

        assertThat(Service.reason(wrapped)).isEqualTo("no price");
        assertThat(Service.reason(new IllegalStateException(ours))).isEqualTo("no price");
    }

    @Test
    void usesTheRootCauseWhenNoExceptionIsOurs() {
        NumberFormatException inside =
                assertThrows(NumberFormatException.class, () -> Integer.parseInt("x"));

        assertThat(Service.reason(new BeanInstantiationException("bean of type [a.b.C]", inside)))
                .isEqualTo("For input string: \"x\"");
    }

    @Test
    void namesTheExceptionWithoutAMessage() {
        assertThat(Service.reason(new UnsupportedOperationException()))
                .isEqualTo("UnsupportedOperationException");
    }

    @Test
    void explainsAPortThatIsInUse() {
        assertThat(
                        Service.reason(
                                new IllegalStateException(
                                        new BindException("Address already in use"))))
                .endsWith("or set `micronaut.server.port`");
    }
}
