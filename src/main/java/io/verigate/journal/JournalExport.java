package io.verigate.journal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;

/// Publishes the decisions of a period page by page, oldest first, no faster than they are taken: only a few pages are
/// ever held.
public final class JournalExport implements Publisher<byte[]> {
    private static final int PAGE = 500;
    private static final int PAGES_AHEAD = 2;

    private final JournalScan.ScanFactory journal;
    private final Order order;
    private final Form form;
    private final Semaphore permits;

    /// What is exported.
    ///
    /// @param from inclusive
    /// @param to exclusive
    public record Order(Instant from, Instant to, JournalFilter filter) {}

    /// Renders what is exported. Thread-safe.
    public interface Form {
        /// What comes first; empty when nothing does.
        byte[] header();

        /// One page.
        byte[] page(List<JournalLine> lines);
    }

    /// @param permits how many exports may be under way; the others wait
    public JournalExport(
            JournalScan.ScanFactory journal, Order order, Form form, Semaphore permits) {
        this.journal = journal;
        this.order = order;
        this.form = form;
        this.permits = permits;
    }

    @Override
    public void subscribe(Subscriber<? super byte[]> subscriber) {
        SubmissionPublisher<byte[]> pages =
                new SubmissionPublisher<>(ForkJoinPool.commonPool(), PAGES_AHEAD);
        pages.subscribe(subscriber);
        Thread.ofVirtual().name("export").start(() -> publish(pages));
    }

    private void publish(SubmissionPublisher<byte[]> pages) {
        permits.acquireUninterruptibly();
        try {
            readInto(pages);
            pages.close();
        } catch (RuntimeException e) {
            // The answer breaks off, so that nobody takes a part for the whole.
            pages.closeExceptionally(e);
        } finally {
            permits.release();
        }
    }

    private void readInto(SubmissionPublisher<byte[]> pages) {
        byte[] header = form.header();
        if (header.length > 0) {
            pages.submit(header);
        }
        try (JournalScan scan = journal.open(order.filter())) {
            @Nullable String last = null;
            boolean more = true;
            while (more && pages.hasSubscribers()) {
                List<JournalLine> lines = scan.next(order.from(), order.to(), last, PAGE);
                if (!lines.isEmpty()) {
                    pages.submit(form.page(lines));
                    last = lines.getLast().id();
                }
                more = lines.size() == PAGE;
            }
        }
    }
}
