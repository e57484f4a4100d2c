package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.verigate.access.Role;
import org.junit.jupiter.api.Test;

/// The block of a region, found again in MariaDB by whoever asks next.
final class RegionBlockTest extends AnalystsService {
    private static final String HOT = "rules/hot-regions.drl";
    private static final String COUNTED =
            """
            Request( asksForCode, !regionBlocked, !familiarSource, codesToRegion1h >= severeCodes, verifiedShare < severeVerified,
                  sourcesToRegion1h >= severeSources, $length : hotLength )\
            """;

    @Test
    void holdsForTheNextStrangerAndForNobodyElsewhere() {
        String first = revision();
        ObjectNode files = files(first);
        edit(
                files,
                HOT,
                COUNTED,
                "Request( asksForCode, !regionBlocked, phoneRegion == \"FR\", $length : hotLength )");
        dropCases(files);
        assertThat(publish(Role.ANALYST, first, files, "close a region").status()).isEqualTo(201);
        follow(service);

        JsonNode begun = decide("a-1", "+33612345678");
        JsonNode held = decide("a-2", "+33612345679");
        JsonNode elsewhere = decide("a-3", "+447700900701");

        assertThat(begun.path("reasons").toString()).contains("HR-020");
        assertThat(held.path("verdict").asText()).isEqualTo("block");
        assertThat(held.path("reasons").toString()).contains("WT-016");
        assertThat(held.at("/block/id")).isEqualTo(begun.at("/block/id"));
        assertThat(elsewhere.path("verdict").asText()).isEqualTo("allow");
    }
}
