package io.verigate.api.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.verigate.api.common.json.JsonBody;
import io.verigate.api.common.json.JsonFields;
import io.verigate.api.common.problem.FieldError;
import io.verigate.api.common.problem.ProblemException;
import io.verigate.decision.Interaction;
import io.verigate.decision.InteractionKind;
import io.verigate.decision.Severity;
import io.verigate.signal.Addresses;
import io.verigate.signal.Domains;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final EventReader reader =
            new EventReader(
                    new InteractionReader(new Addresses(Domains.NONE)), InstantSource.fixed(NOW));

    @Test
    void readsWhatWasObserved() {
        Interaction interaction =
                event(
                        """
                        {"event":"terms-violation","account":"a-1","at":"2026-11-23T09:59:00+01:00",
                         "severity":"major","clause":"3.2","evidence":"case-17"}\
                        """);
        assertThat(interaction.kind()).isEqualTo(InteractionKind.REPORT);
        assertThat(interaction.report().orElseThrow().at())
                .isEqualTo(Instant.parse("2026-11-23T08:59:00Z"));
        assertThat(interaction.report().orElseThrow().severity()).isEqualTo(Severity.MAJOR);
    }

    @Test
    void forgivesAClockThatGoesAheadALittle() {
        String event = "{\"event\":\"sign-in-failed\",\"account\":\"a-1\",\"at\":\"%s\"}";
        assertThat(event(event.formatted("2026-11-23T09:00:05Z")).report().orElseThrow().at())
                .isEqualTo(NOW);
        assertThat(faults(event.formatted("2026-11-23T09:00:05.1Z")))
                .extracting(FieldError::code)
                .containsExactly("future-time");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23",
        "2026-11-23 09:00:00Z",
        "2026-02-30T09:00:00Z",
        "2026-11-23T09:00:00",
        "1"
    })
    void refusesTimesOfOtherForms(String time) {
        assertThat(
                        faults(
                                "{\"event\":\"sign-in-failed\",\"account\":\"a-1\",\"at\":\""
                                        + time
                                        + "\"}"))
                .extracting(FieldError::code)
                .containsExactly("bad-time");
    }

    @Test
    void keepsSeverityAndClauseForViolations() {
        assertThat(faults("{\"event\":\"terms-violation\",\"account\":\"a-1\"}"))
                .extracting(FieldError::pointer)
                .containsExactly("/severity");
        assertThat(
                        faults(
                                "{\"event\":\"sim-changed\",\"account\":\"a-1\",\"severity\":\"minor\",\"clause\":\"1\"}"))
                .extracting(FieldError::code)
                .containsExactly("misplaced", "misplaced");
    }

    private Interaction event(String body) {
        JsonFields fields = fields(body);
        var interaction = reader.read(fields);
        fields.finish();
        return interaction.orElseThrow();
    }

    private List<FieldError> faults(String body) {
        return catchThrowableOfType(ProblemException.class, () -> event(body)).problem().errors();
    }

    private static JsonFields fields(String body) {
        return JsonFields.of(JsonBody.parse(body.getBytes(StandardCharsets.UTF_8)));
    }
}
