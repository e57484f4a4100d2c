package io.verigate.api.regions;

import io.verigate.decision.Availability;
import io.verigate.decision.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which channels serve which regions. Thread-safe.
public interface RegionTable {
    /// The table of `policies/` that tells it.
    String TABLE = "regions";

    /// Its key for the region.
    String REGION = "phoneRegion";

    /// Its key for the channel.
    String CHANNEL = "channel";

    /// Its column for the availability.
    String AVAILABILITY = "regionAvailability";

    /// Its column for the reason.
    String REASON = "regionReason";

    /// All that is known, by region and channel.
    List<Row> rows();

    /// One channel in one region.
    ///
    /// @param region ISO 3166-1 alpha-2
    /// @param reason why it is not simply available; empty when it is
    /// @param until when that ends; null when it is not known
    record Row(
            String region,
            Channel channel,
            Availability availability,
            String reason,
            @Nullable Instant until) {}
}
