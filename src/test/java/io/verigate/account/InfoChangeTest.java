package io.verigate.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.decision.Channel;
import io.verigate.decision.InfoState;
import io.verigate.decision.WireEnum;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The next state of each change from each state; `-` means not allowed.
final class InfoChangeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # change,          pending,   confirmed,         removal-requested, removed
                    add,               -,         -,                 -,                 -
                    prove,             confirmed, confirmed,         confirmed,         -
                    prove-held,        pending,   -,                 -,                 -
                    pause,             pending,   -,                 -,                 -
                    resume,            pending,   -,                 -,                 -
                    take-effect,       confirmed, -,                 -,                 -
                    cancel,            removed,   -,                 -,                 -
                    request-removal,   removed,   removal-requested, -,                 -
                    confirm-removal,   -,         -,                 removed,           -
                    replace,           -,         removed,           removed,           -
                    clear,             removed,   removed,           removed,           -
                    """)
    void leads(String change, String pending, String confirmed, String requested, String removed) {
        String[] expected = {pending, confirmed, requested, removed};
        InfoChange known = WireEnum.parse(InfoChange.class, change).orElseThrow();
        for (InfoState state : InfoState.values()) {
            Optional<String> next = known.from(state).map(InfoState::wireName);
            assertThat(next.orElse("-"))
                    .as("%s from %s", change, state)
                    .isEqualTo(expected[state.ordinal()]);
        }
    }

    @Test
    void whatTheTableHasNoPlaceForCannotBeDone() {
        SecurityInfo pending = SecurityInfo.pending("si-1", Channel.PASSKEY, null, "en", NOW);
        SecurityInfo gone = pending.after(InfoChange.REQUEST_REMOVAL, NOW);

        assertThatThrownBy(() -> pending.after(InfoChange.CONFIRM_REMOVAL, NOW))
                .isInstanceOf(ImpossibleChange.class)
                .hasMessageContaining("`pending`")
                .hasMessageContaining("request its removal first");
        for (InfoChange change : InfoChange.values()) {
            assertThatThrownBy(() -> gone.after(change, NOW)).isInstanceOf(ImpossibleChange.class);
        }
    }

    @Test
    void whatIsProvenAgainDoesNotGetYounger() {
        SecurityInfo confirmed =
                SecurityInfo.pending("si-1", Channel.PASSKEY, null, "en", NOW).confirmed(NOW);

        SecurityInfo kept =
                confirmed
                        .after(InfoChange.REQUEST_REMOVAL, NOW.plusSeconds(60))
                        .confirmed(NOW.plusSeconds(120));

        assertThat(kept.state()).isEqualTo(InfoState.CONFIRMED);
        assertThat(kept.confirmedAt()).isEqualTo(NOW);
    }
}
