package io.verigate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TableEditTest {
    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
    private static final String TEXT =
            """
            policy: places # 🗺 of all
            tables:
              places:
                keys: [phoneRegion, channel]
                columns:
                  state: { words: [open, slow, closed], otherwise: closed }
                  why: {}
                rows:
                  # the north
                  - { phoneRegion: [DK, NO], channel: [sms, voice], state: open, why: "" } # together
                  - phoneRegion: FR
                    channel: sms
                    state: slow

                  - { phoneRegion: GB, channel: sms, state: open } # alone
            """;

    @Test
    void changesOneRowAndLeavesTheRestAsItIs() {
        assertThat(put(TEXT, "GB", "sms", "slow", "an \"outage\"", null))
                .isEqualTo(
                        TEXT.replace(
                                "{ phoneRegion: GB, channel: sms, state: open }",
                                "{ phoneRegion: GB, channel: sms, state: slow, why: \"an \\\"outage\\\"\" }"));
        assertThat(put(TEXT, "FR", "sms", "open", "x", null))
                .isEqualTo(
                        TEXT.replace(
                                """
                                phoneRegion: FR
                                        channel: sms
                                        state: slow
                                """
                                        .strip(),
                                "{ phoneRegion: FR, channel: sms, state: open, why: x }"));
    }

    @Test
    void splitsARowThatStandsForMore() {
        String changed = put(TEXT, "NO", "voice", "closed", "x", null);

        assertThat(changed)
                .isEqualTo(
                        TEXT.replace(
                                "      - { phoneRegion: [DK, NO], channel: [sms, voice], state: open, why: \"\" } #",
                                """
                                      - { phoneRegion: NO, channel: voice, state: closed, why: x }
                                      - { phoneRegion: DK, channel: [sms, voice], state: open, why: "" }
                                      - { phoneRegion: NO, channel: sms, state: open, why: "" } #\
                                """));
        assertThat(state(changed, "NO", "voice", END)).isEqualTo("closed");
        assertThat(state(changed, "DK", "voice", END)).isEqualTo("open");
    }

    @Test
    void addsARowThatWasNotThere() {
        String changed = put(TEXT, "GB", "voice", "slow", "x", null);

        assertThat(changed)
                .contains(
                        "state: slow, why: x }\n      - { phoneRegion: GB, channel: sms, state: open } # alone");
        assertThat(state(changed, "GB", "voice", END)).isEqualTo("slow");
    }

    @Test
    void whatHasAnEndStandsBeforeWhatHasNone() {
        String outage = put(TEXT, "GB", "sms", "closed", "x", END);
        String longer = put(outage, "GB", "sms", "slow", "x", END.plusSeconds(60));
        String lasting = put(longer, "GB", "sms", "slow", "for good", null);

        assertThat(state(outage, "GB", "sms", END.minusSeconds(1))).isEqualTo("closed");
        assertThat(state(outage, "GB", "sms", END)).isEqualTo("open");
        assertThat(state(longer, "GB", "sms", END)).isEqualTo("slow");
        assertThat(state(longer, "GB", "sms", END.plusSeconds(60))).isEqualTo("open");
        assertThat(lasting).doesNotContain("until").contains("for good");
        assertThat(remove(longer, "GB", "sms")).contains(TEXT);
    }

    @Test
    void removesARowAndThenThereIsNone() {
        String once = remove(TEXT, "FR", "sms").orElseThrow();

        assertThat(state(once, "FR", "sms", END)).isEqualTo("closed");
        assertThat(once).doesNotContain("FR").contains("# together", "# alone", "# the north");
        assertThat(remove(once, "FR", "sms")).isEmpty();
    }

    @Test
    void refusesWhatIsNotWrittenRowByRow() {
        String text =
                TEXT.substring(0, TEXT.indexOf("    rows:"))
                        + "    rows: [{ phoneRegion: GB, channel: sms, state: open }]\n";

        assertThatThrownBy(() -> put(text, "GB", "sms", "slow", "x", null))
                .isInstanceOf(InvalidRuleSetException.class)
                .hasMessageContaining("on a line of its own");
    }

    @Test
    void twoRowsOfOneKeyNeedAnEndForOneOfThem() {
        String twice = TEXT + "      - { phoneRegion: GB, channel: sms, state: slow }\n";

        assertThatThrownBy(() -> state(twice, "GB", "sms", END))
                .isInstanceOf(InvalidRuleSetException.class)
                .hasMessageContaining("add `until` to one");
    }

    private static String put(
            String text,
            String region,
            String channel,
            String state,
            String why,
            @Nullable Instant until) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("state", state);
        cells.put("why", why);
        return table(text).put(key(region, channel), cells, until);
    }

    private static Optional<String> remove(String text, String region, String channel) {
        return table(text).remove(key(region, channel));
    }

    private static TableEdit table(String text) {
        return TableEdit.of("policies/places.yaml", "places", text).orElseThrow();
    }

    private static Map<String, String> key(String region, String channel) {
        return Map.of("phoneRegion", region, "channel", channel);
    }

    private static String state(String text, String region, String channel, Instant at) {
        return Policies.read(Map.of("policies/places.yaml", text))
                .tables()
                .getFirst()
                .find(List.of(region, channel), at)
                .getFirst();
    }
}
