package io.verigate.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;

/// The times of answers do not tell who or what exists: those of 2,000 calls for each of two cases lie no further apart than
/// a very small effect.
@Tag("timing")
final class EnumerationTimingTest extends EnumerationTest {
    /// What is called a very small effect: one call in fifty would be told apart.
    private static final double MAX_EFFECT = 0.06;

    @Override
    int warmUp() {
        return 200;
    }

    @Override
    int calls() {
        return 2_000;
    }

    @Override
    void compareTimes(String name, long[] first, long[] second) {
        Difference difference = Difference.between(name, first, second);
        System.out.println(difference);
        assertThat(difference.effect()).as(difference.toString()).isLessThan(MAX_EFFECT);
    }
}
