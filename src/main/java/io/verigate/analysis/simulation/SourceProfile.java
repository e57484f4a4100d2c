package io.verigate.analysis.simulation;

import io.verigate.decision.EmailAddress;
import io.verigate.decision.PhoneNumber;
import io.verigate.decision.Source;
import java.time.Duration;
import java.time.Instant;

/// The clients and addresses of a person.
///
/// @param number of the person: home and phone follow from it
record SourceProfile(String account, int number, BehaviorProfile profile) {
    private static final Duration TRIP = Duration.ofDays(2);
    private static final int SHARED_NETWORKS = 3;

    /// @param travels false for the time before the simulation, when everybody was at home
    Client at(Instant now, boolean travels) {
        return switch (profile) {
            case TRAVELLER -> {
                int trip = travels ? (int) (now.getEpochSecond() / TRIP.toSeconds()) : 0;
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

    private Client from(int country, int network, int host) {
        return new Client(
                account,
                new Source(Population.ip(country, network, host), "phone-of-" + account),
                Population.in(Population.country(country).region()));
    }
}
