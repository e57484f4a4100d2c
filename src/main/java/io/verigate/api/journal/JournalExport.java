package io.verigate.api.journal;

import io.verigate.analysis.replay.Period;
import io.verigate.crypto.Fingerprints;
import io.verigate.journal.JournalFilter;
import io.verigate.journal.JournalLine;
import io.verigate.journal.JournalScan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/// Hands out the log of a time page by page, in lines, no faster than they are taken: a few pages are all that
/// is ever held.
final class JournalExport implements Publisher<byte[]> {
    private static final int PAGE = 500;
    private static final int PAGES_AHEAD = 2;

    private final JournalScan.Opening journal;
    private final Fingerprints fingerprints;
    private final Order order;
    private final Semaphore places;

    /// What is wanted.
    ///
    /// @param format in which form
    record Order(Period period, JournalFilter filter, ExportFormat format) {}

    /// @param places how many may be under way; the others wait their turn
    JournalExport(
            JournalScan.Opening journal, Fingerprints fingerprints, Order order, Semaphore places) {
        this.journal = journal;
        this.fingerprints = fingerprints;
        this.order = order;
        this.places = places;
    }

    @Override
    public void subscribe(Subscriber<? super byte[]> listener) {
        SubmissionPublisher<byte[]> pages =
                new SubmissionPublisher<>(ForkJoinPool.commonPool(), PAGES_AHEAD);
        pages.subscribe(FlowAdapters.toFlowSubscriber(listener));
        Thread.ofVirtual().name("export").start(() -> hand(pages));
    }

    private void hand(SubmissionPublisher<byte[]> pages) {
        places.acquireUninterruptibly();
        try {
            readInto(pages);
            pages.close();
        } catch (RuntimeException e) {
            // The answer breaks off, so that nobody takes a part for the whole.
            pages.closeExceptionally(e);
        } finally {
            places.release();
        }
    }

    private void readInto(SubmissionPublisher<byte[]> pages) {
        if (!order.format().header().isEmpty()) {
            pages.submit(bytes(order.format().header()));
        }
        try (JournalScan reading = journal.open(order.filter())) {
            Period period = order.period();
            @Nullable String last = null;
            boolean more = true;
            while (more && pages.hasSubscribers()) {
                List<JournalLine> lines = reading.next(period.from(), period.to(), last, PAGE);
                if (!lines.isEmpty()) {
                    pages.submit(text(lines));
                    last = lines.getLast().id();
                }
                more = lines.size() == PAGE;
            }
        }
    }

    private byte[] text(List<JournalLine> lines) {
        StringBuilder text = new StringBuilder();
        for (JournalLine line : lines) {
            text.append(order.format().line(ExportedDecision.of(line, fingerprints)));
        }
        return bytes(text.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
