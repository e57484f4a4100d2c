package io.verigate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A thousand random lives of accounts over months, against a model that knows nothing of the service: no state from
/// which the owner cannot return, no stranger in while the owner uses what there was, no account emptied by removal.
final class SecurityInfoPropertyTest {
    private static final int STORIES = 1_000;
    private static final int STEPS = 40;

    @Test
    void noStoryEndsWithTheOwnerOutside() {
        Set<String> happened = new TreeSet<>();
        for (int seed = 0; seed < STORIES; seed++) {
            InfoStory story = new InfoStory(seed, happened);
            story.run(STEPS);
            story.ownerReturns();
        }

        // Otherwise the stories would prove nothing.
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
