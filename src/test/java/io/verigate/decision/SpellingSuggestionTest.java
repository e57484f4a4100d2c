package io.verigate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingSuggestionTest {
    private static final List<String> KNOWN =
            List.of("account", "accountAge", "id", "requestsFromSource10m");

    @ParameterizedTest
    @CsvSource({
        "acount, account",
        "accoutn, account",
        "ACCOUNT, account",
        "accountsAge, accountAge",
        "requestFromSource1m, requestsFromSource10m",
        "i, id",
        "xy, ''",
        "device, ''",
        "'', ''"
    })
    void findsWhatWasProbablyMeant(String written, String meant) {
        assertThat(SpellingSuggestion.to(written, KNOWN).orElse("")).isEqualTo(meant);
    }
}
