package io.verigate.analysis.simulation;

import io.verigate.analysis.simulation.Simulation.Resident;
import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Source;
import java.time.Duration;
import java.time.Instant;

/// Which device, network and country somebody comes from, and where codes reach them.
///
/// @param number of the person: home and phone follow from it
record SourceProfile(String account, int number, BehaviorProfile habit) {
    private static final Duration TRIP = Duration.ofDays(2);
    private static final int SHARED_NETWORKS = 3;

    /// @param lately false for the time before the simulation, when everybody was at home
    Resident at(Instant now, boolean lately) {
        return switch (habit) {
            case TRAVELLER -> {
                int trip = lately ? (int) (now.getEpochSecond() / TRIP.toSeconds()) : 0;
                yield from(number + trip, number + trip * 31, number / 7);
            }
            case SHARED_NETWORK -> from(0, number % SHARED_NETWORKS, 1);
            case SETTLED, IMPATIENT, LOST_PHONE, NEWCOMER -> from(number, number, number / 7);
        };
    }

    PhoneNumber phone() {
        return Population.country(number).number(number * 37L);
    }

    EmailAddress mail() {
        return new EmailAddress("person" + number + "@example.org");
    }

    private Resident from(int country, int network, int host) {
        return new Resident(
                account,
                new Source(Population.ip(country, network, host), "phone-of-" + account),
                Population.in(Population.country(country).region()));
    }
}
