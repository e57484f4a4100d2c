package io.verigate.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.assessment.Playground;
import io.verigate.decision.Decision;
import io.verigate.decision.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// However long the log is and however slowly it is taken: only a few pages are held.
final class JournalExportTest {
    private static final int PAGES = 200;
    private static final int FEW = 8;

    private final Playground playground = new Playground();
    private final AtomicInteger fetched = new AtomicInteger();
    private final CountDownLatch tooMany = new CountDownLatch(FEW + 1);

    @Test
    void readsNoFurtherAheadThanAFewPages() throws InterruptedException {
        Decision decision = playground.sms("a-1", "+447700900301", Playground.HOME);
        JournalExport exporting =
                new JournalExport(
                        filter -> new LongLog(new Line(decision)),
                        new JournalExport.Order(
                                Instant.EPOCH, Instant.EPOCH.plusSeconds(1), JournalFilter.ALL),
                        new Ids(),
                        new Semaphore(1));
        Slow reader = new Slow();

        exporting.subscribe(reader);

        assertThat(reader.first.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(tooMany.await(1, TimeUnit.SECONDS))
                .as("fetched while nobody takes them: %s pages", fetched)
                .isFalse();
        reader.subscription().request(Long.MAX_VALUE);
        assertThat(reader.last.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(fetched.get()).isEqualTo(PAGES + 1);
        assertThat(reader.taken.get()).as("pages and their heading").isEqualTo(PAGES + 1);
    }

    /// A heading, and the id of each decision.
    private static final class Ids implements JournalExport.Form {
        @Override
        public byte[] header() {
            return "id\n".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] page(List<JournalLine> lines) {
            return lines.stream()
                    .map(line -> line.id() + '\n')
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /// Takes one piece, and the rest when it is told to.
    private static final class Slow implements Subscriber<byte[]> {
        private final CountDownLatch first = new CountDownLatch(1);
        private final CountDownLatch last = new CountDownLatch(1);
        private final AtomicInteger taken = new AtomicInteger();
        private volatile @Nullable Subscription subscription;

        Subscription subscription() {
            Subscription known = subscription;
            assertThat(known).isNotNull();
            return known;
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(byte[] piece) {
            taken.incrementAndGet();
            first.countDown();
        }

        @Override
        public void onError(Throwable fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void onComplete() {
            last.countDown();
        }
    }

    /// Full pages, and then an empty one.
    private final class LongLog implements JournalScan {
        private final JournalLine line;

        LongLog(JournalLine line) {
            this.line = line;
        }

        @Override
        public List<JournalLine> next(Instant from, Instant to, @Nullable String after, int most) {
            tooMany.countDown();
            return fetched.incrementAndGet() > PAGES ? List.of() : Collections.nCopies(most, line);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private record Line(Decision decision) implements JournalLine {
        @Override
        public String id() {
            return decision.id();
        }

        @Override
        public Instant at() {
            return decision.at();
        }

        @Override
        public String account() {
            return decision.account();
        }

        @Override
        public Verdict verdict() {
            return decision.verdict();
        }

        @Override
        public String region() {
            return "GB";
        }

        @Override
        public String ruleset() {
            return decision.ruleset();
        }

        @Override
        public SubjectFingerprints traces() {
            return new SubjectFingerprints(null, null, null);
        }

        @Override
        public RecordedOutcome read(FactReader facts) {
            return new RecordedOutcome(null, List.of(), List.of());
        }
    }
}
