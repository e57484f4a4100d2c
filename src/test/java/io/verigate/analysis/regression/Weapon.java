package io.verigate.analysis.regression;

import java.time.Duration;

/// How strangers try to shut an owner out.
enum Weapon {
    /// Codes for the owner's account and addresses, as often as can be.
    HAMMER(240),
    /// Codes for the owner's addresses, each for another account: never the same account twice.
    BOMB(180),
    /// The same below every limit of an hour.
    PATIENT_BOMB(390),
    /// Codes for the owner's account, and wrong codes typed until nothing is compared any more.
    GUESSES(120),
    /// Sign-ins with wrong passwords.
    PASSWORDS(120),
    /// Reports that codes came unasked, and of failed sign-ins.
    REPORTS(1_200),
    /// Methods of the stranger's own added to the account, and changes of the owner's.
    CHANGES(180),
    /// Codes for all numbers beside the owner's.
    NEIGHBOURS(110),
    /// A code for the owner's account as soon as one may leave after the owner's own, which that one makes worthless.
    SHADOW(5),
    /// The same for another account.
    SHADOW_OF_ANOTHER(5),
    /// All of it at random.
    EVERYTHING(80);

    private final Duration pause;

    Weapon(long seconds) {
        this.pause = Duration.ofSeconds(seconds);
    }

    /// Between two acts, on average.
    Duration pause() {
        return pause;
    }
}
