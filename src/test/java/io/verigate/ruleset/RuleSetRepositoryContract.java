package io.verigate.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.policy.RuleSetFiles;
import io.verigate.ruleset.Rollout.Candidate;
import io.verigate.ruleset.RuleSetVersion.Examination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every store of rule sets promises.
public abstract class RuleSetRepositoryContract {
    private static final Instant AT = Instant.parse("2026-11-23T09:00:00.123456Z");

    /// An empty store.
    protected abstract RuleSetRepository empty();

    @Test
    void keepsTheFilesLetterForLetterWithWhatIsKnownAboutThem() {
        RuleSetRepository store = empty();
        RuleSetFiles files =
                new RuleSetFiles(
                        Map.of("rules/a.drl", "rule \"ü – 漢字 🙂\"\n", "rules/b.drl", ""),
                        Map.of("policies/a.yaml", "policy: a\r\n"),
                        Map.of("policies/a.cases.yaml", "cases: []\n"));
        RuleSetVersion version =
                new RuleSetVersion(
                        files.revision(),
                        null,
                        "Ann",
                        "first – naïve",
                        AT,
                        new Examination(2, 0, List.of("`x` is not used")));

        assertThat(store.add(version, files)).isTrue();

        assertThat(store.find(files.revision())).contains(files);
        assertThat(store.version(files.revision())).contains(version);
        assertThat(store.find(files.revision()).orElseThrow().revision())
                .isEqualTo(files.revision());
    }

    @Test
    void knowsNothingOfWhatWasNeverKept() {
        RuleSetRepository store = empty();

        assertThat(store.find("0123456789abcdef")).isEmpty();
        assertThat(store.version("0123456789abcdef")).isEmpty();
        assertThat(store.history(null, 10)).isEmpty();
        assertThat(store.current()).isEmpty();
        assertThat(store.rollouts(null, 10)).isEmpty();
    }

    @Test
    void leavesWhatIsKeptAsItIs() {
        RuleSetRepository store = empty();
        RuleSetFiles files = files("one");
        store.add(version(files, null, "Ann"), files);

        assertThat(store.add(version(files, null, "Bob"), files)).isFalse();

        assertThat(store.version(files.revision()).orElseThrow().author()).isEqualTo("Ann");
        assertThat(store.history(null, 10)).hasSize(1);
    }

    @Test
    void refusesOtherFilesUnderARevisionThatIsTaken() {
        RuleSetRepository store = empty();
        RuleSetFiles files = files("one");
        RuleSetFiles forged = files("two");
        store.add(version(files, null, "Ann"), files);

        assertThatThrownBy(() -> store.add(version(files, null, "Eve"), forged))
                .isInstanceOf(RevisionCollision.class)
                .hasMessageContaining(files.revision());
        assertThat(store.find(files.revision())).contains(files);
    }

    @Test
    void tellsTheHistoryNewestFirstAndPageByPage() {
        RuleSetRepository store = empty();
        List<String> revisions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            RuleSetFiles files = files("number " + i);
            // The clock of the third stands still: the order is that of keeping.
            store.add(version(files, i == 0 ? null : revisions.getLast(), "Ann"), files);
            revisions.add(files.revision());
        }

        List<RuleSetVersion> first = store.history(null, 2);
        List<RuleSetVersion> rest = store.history(first.getLast().revision(), 10);

        assertThat(revisions(first)).containsExactly(revisions.get(4), revisions.get(3));
        assertThat(revisions(rest))
                .containsExactly(revisions.get(2), revisions.get(1), revisions.get(0));
        assertThat(first.getFirst().origin()).contains(revisions.get(3));
        assertThat(rest.getLast().origin()).isEmpty();
    }

    @Test
    void tellsWhatDecidesAndWhatDecidedBefore() {
        RuleSetRepository store = empty();
        Rollout first = new Rollout(1, "aaaa", null, "", AT);
        Rollout tried = first.next("aaaa", new Candidate("bbbb", 250), "Ann", AT);
        Rollout second = tried.next("bbbb", null, "Bob", AT.plusSeconds(1));

        assertThat(store.advance(first)).isTrue();
        assertThat(store.advance(tried)).isTrue();
        assertThat(store.current()).contains(tried);
        assertThat(store.advance(second)).isTrue();

        assertThat(store.current()).contains(second);
        assertThat(store.rollouts(null, 2)).containsExactly(second, tried);
        assertThat(store.rollouts(tried.number(), 10)).containsExactly(first);
    }

    @Test
    void letsOnlyOneOfManyChangeWhatDecides() throws Exception {
        RuleSetRepository store = empty();
        store.advance(new Rollout(1, "aaaa", null, "", AT));
        int many = 8;
        int won = 0;
        try (ExecutorService callers = Executors.newFixedThreadPool(many)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                String revision = "b" + i;
                answers.add(
                        callers.submit(
                                () -> store.advance(new Rollout(2, revision, null, "Ann", AT))));
            }
            for (Future<Boolean> answer : answers) {
                won += answer.get() ? 1 : 0;
            }
        }

        assertThat(won).isOne();
        assertThat(store.rollouts(null, 10)).hasSize(2);
    }

    private static RuleSetFiles files(String comment) {
        return new RuleSetFiles(
                Map.of("rules/a.drl", "// " + comment + "\n"),
                Map.of("policies/a.yaml", "policy: a\n"),
                Map.of());
    }

    private static RuleSetVersion version(
            RuleSetFiles files, @Nullable String parent, String author) {
        return new RuleSetVersion(
                files.revision(), parent, author, "why", AT, new Examination(1, 2, List.of()));
    }

    private static List<String> revisions(List<RuleSetVersion> versions) {
        return versions.stream().map(RuleSetVersion::revision).toList();
    }
}
