package io.verigate.analysis.simulation;

import io.verigate.decision.WireEnum;
import java.time.Duration;

/// How honest people behave.
enum BehaviorProfile implements WireEnum {
    /// One phone, one home, one code a day, and time to read it.
    SETTLED(60, 1, Duration.ofMinutes(15)),
    /// Presses "send again" after a few seconds, whatever is on its way; one first code in four is late, and then that
    /// is the only way.
    IMPATIENT(15, 2, Duration.ofMinutes(5)),
    /// Another country and network every other day.
    TRAVELLER(8, 1, Duration.ofMinutes(15)),
    /// Many people behind one IP address.
    SHARED_NETWORK(10, 1, Duration.ofMinutes(15)),
    /// Codes do not arrive: the phone is gone, or its operator is in trouble.
    LOST_PHONE(4, 1, Duration.ofMinutes(30)),
    /// Never seen before: no account, no habits.
    NEWCOMER(3, 1, Duration.ofMinutes(10));

    private final int share;
    private final int codesADay;
    private final Duration patience;

    BehaviorProfile(int share, int codesADay, Duration patience) {
        this.share = share;
        this.codesADay = codesADay;
        this.patience = patience;
    }

    /// How many of a hundred people.
    int share() {
        return share;
    }

    /// How often somebody signs in with a code.
    int codesADay() {
        return codesADay;
    }

    /// Longer than this nobody waits for a code.
    Duration patience() {
        return patience;
    }

    /// The habit of one of a hundred.
    static BehaviorProfile of(int percent) {
        int sum = 0;
        for (BehaviorProfile habit : values()) {
            sum += habit.share;
            if (percent < sum) {
                return habit;
            }
        }
        return SETTLED;
    }
}
