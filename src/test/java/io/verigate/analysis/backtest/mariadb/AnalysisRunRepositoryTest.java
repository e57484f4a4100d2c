package io.verigate.analysis.backtest.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.verigate.analysis.backtest.AnalysisRun;
import io.verigate.analysis.backtest.AnalysisRuns;
import io.verigate.analysis.replay.Period;
import io.verigate.database.TestDatabase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AnalysisRunRepositoryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123456Z");

    private final ApplicationContext stores = TestDatabase.stores("backtests");
    private final AnalysisRuns runs = stores.getBean(AnalysisRuns.class);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void keepsHowFarARunIsAndHowItEnds() {
        runs.add(run("bt-1", AnalysisRun.State.WAITING, 0, NOW, NOW, "", null));

        assertThat(runs.progress("bt-1", 7, NOW.plusSeconds(1), NOW.plusSeconds(2))).isTrue();
        assertThat(runs.find("bt-1"))
                .contains(
                        run(
                                "bt-1",
                                AnalysisRun.State.RUNNING,
                                7,
                                NOW.plusSeconds(1),
                                NOW.plusSeconds(2),
                                "",
                                null));

        runs.end("bt-1", AnalysisRun.State.DONE, "", "{\"decisions\": 7}", NOW.plusSeconds(3));
        assertThat(runs.find("bt-1"))
                .contains(
                        run(
                                "bt-1",
                                AnalysisRun.State.DONE,
                                7,
                                NOW.plusSeconds(1),
                                NOW.plusSeconds(3),
                                "",
                                "{\"decisions\": 7}"));
    }

    @Test
    void aRunThatShallStopLearnsOfItWithItsProgress() {
        runs.add(run("bt-1", AnalysisRun.State.WAITING, 0, NOW, NOW, "", null));

        runs.stop("bt-1");

        assertThat(runs.progress("bt-1", 1, NOW, NOW)).isFalse();
        assertThat(runs.progress("bt-none", 1, NOW, NOW)).isFalse();
        runs.end("bt-1", AnalysisRun.State.FAILED, "the disk is full", null, NOW);
        assertThat(runs.find("bt-1"))
                .hasValueSatisfying(run -> {
                    assertThat(run.stopping()).isTrue();
                    assertThat(run.failure()).isEqualTo("the disk is full");
                    assertThat(run.result()).isNull();
                });
    }

    @Test
    void listsNewestFirstWithoutResultsAndPageByPage() {
        for (int i = 1; i <= 3; i++) {
            runs.add(run("bt-" + i, AnalysisRun.State.WAITING, 0, NOW, NOW, "", null));
            runs.end("bt-" + i, AnalysisRun.State.PARTIAL, "", "{}", NOW);
        }

        assertThat(runs.search(null, 2))
                .extracting(AnalysisRun::id)
                .containsExactly("bt-3", "bt-2");
        assertThat(runs.search("bt-2", 2)).extracting(AnalysisRun::id).containsExactly("bt-1");
        assertThat(runs.search(null, 9)).extracting(AnalysisRun::result).containsOnlyNulls();
    }

    private static AnalysisRun run(
            String id,
            AnalysisRun.State state,
            long decisions,
            Instant reached,
            Instant changedAt,
            String failure,
            @Nullable String result) {
        return new AnalysisRun(
                id,
                AnalysisRun.Kind.BACKTEST,
                "Ann",
                "3f8a1c0be2d94a67",
                "",
                new Period(NOW.minusSeconds(60), NOW),
                2,
                state,
                false,
                decisions,
                reached,
                NOW,
                changedAt,
                failure,
                result);
    }
}
