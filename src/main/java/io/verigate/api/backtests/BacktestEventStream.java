package io.verigate.api.backtests;

import io.micronaut.http.sse.Event;
import io.verigate.api.common.json.Json;
import java.time.Duration;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Supplier;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/// Streams the progress of a backtest as server-sent events until it ends or the client disconnects. Polls the
/// database, because the backtest may run on another node.
final class BacktestEventStream implements Publisher<Event<String>> {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final Supplier<RunResponse> current;

    /// @param look returns the current state
    BacktestEventStream(Supplier<RunResponse> current) {
        this.current = current;
    }

    @Override
    public void subscribe(Subscriber<? super Event<String>> subscriber) {
        SubmissionPublisher<Event<String>> events = new SubmissionPublisher<>();
        events.subscribe(FlowAdapters.toFlowSubscriber(subscriber));
        Thread.ofVirtual().name("backtest-events").start(() -> follow(events));
    }

    private void follow(SubmissionPublisher<Event<String>> events) {
        try {
            String last = "";
            boolean ended = false;
            while (!ended && events.hasSubscribers()) {
                RunResponse run = current.get();
                String text = Json.text(run);
                ended = run.hasEnded();
                if (!text.equals(last)) {
                    events.submit(Event.of(text).name(ended ? "end" : "progress"));
                }
                last = text;
                if (!ended) {
                    Thread.sleep(POLL_INTERVAL);
                }
            }
            events.close();
        } catch (InterruptedException | RuntimeException e) {
            events.closeExceptionally(e);
        }
    }
}
