package io.verigate.ruleset;

import io.verigate.decision.Availability;
import io.verigate.decision.Channel;
import io.verigate.decision.WireEnum;
import io.verigate.policy.Policies;
import io.verigate.policy.TableDefinition;
import io.verigate.rules.runtime.ActiveRuleSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which channels serve which regions, by the rules that decide. Thread-safe.
@Singleton
public final class RegionTable {
    /// Its name in `policies/`.
    static final String TABLE = "regions";

    /// Its key for the region.
    static final String REGION = "phoneRegion";

    /// Its key for the channel.
    static final String CHANNEL = "channel";

    /// Its column for the availability.
    static final String AVAILABILITY = "regionAvailability";

    /// Its column for the reason.
    static final String REASON = "regionReason";

    private final ActiveRuleSet rules;

    public RegionTable(ActiveRuleSet rules) {
        this.rules = rules;
    }

    /// One channel in one region.
    ///
    /// @param region ISO 3166-1 alpha-2
    /// @param reason why it is not simply available; empty when it is
    /// @param until when that ends; null when it is not known
    public record Row(
            String region,
            Channel channel,
            Availability availability,
            String reason,
            @Nullable Instant until) {
        private static Row of(Map.Entry<List<String>, TableDefinition.Row> row) {
            List<String> cells = row.getValue().cells();
            return new Row(
                    row.getKey().get(0),
                    WireEnum.parse(Channel.class, row.getKey().get(1)).orElseThrow(),
                    WireEnum.parse(Availability.class, cells.get(0)).orElseThrow(),
                    cells.get(1),
                    row.getValue().until());
        }
    }

    /// All rows, by region and channel.
    public List<Row> rows() {
        return rules.use(ruleSet -> rows(ruleSet.policies()));
    }

    private static List<Row> rows(Policies policies) {
        return policies.tables().stream()
                .filter(table -> table.name().equals(TABLE))
                .flatMap(table -> table.rows().entrySet().stream())
                .map(Row::of)
                .sorted(Comparator.comparing(Row::region).thenComparing(Row::channel))
                .toList();
    }
}
