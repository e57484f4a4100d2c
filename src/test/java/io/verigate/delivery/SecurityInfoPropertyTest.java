package io.verigate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Compares a thousand random histories of accounts with an independent model: the owner can always recover, no
/// stranger gets access while the owner uses older info, and removal never leaves an account without info.
final class SecurityInfoPropertyTest {
    private static final int STORIES = 2_500;
    private static final int STEPS = 40;

    @Test
    void noStoryEndsWithTheOwnerOutside() {
        Set<String> happened = new TreeSet<>();
        for (int seed = 0; seed < STORIES; seed++) {
            InfoStory story = new InfoStory(seed, happened);
            story.run(STEPS);
            story.ownerReturns();
        }

        // Otherwise the histories would not cover the rules.
        assertThat(happened)
                .contains(
                        "proof",
                        "replacement cancelled",
                        "stranger in, owner absent",
                        "last method kept",
                        "selected",
                        "removed",
                        "cleared",
                        "everything lost",
                        "works, and is lost");
    }
}
