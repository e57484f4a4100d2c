package io.verigate.api.backtests;

import io.micronaut.http.sse.Event;
import io.verigate.api.common.json.Json;
import java.time.Duration;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Supplier;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/// Tells how a backtest comes along, as server-sent events, until it is over or nobody listens. It looks into the
/// database, because the backtest may run on another node.
final class BacktestEventStream implements Publisher<Event<String>> {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Supplier<RunResponse> look;

    /// @param look finds how far it is now
    BacktestEventStream(Supplier<RunResponse> look) {
        this.look = look;
    }

    @Override
    public void subscribe(Subscriber<? super Event<String>> listener) {
        SubmissionPublisher<Event<String>> events = new SubmissionPublisher<>();
        events.subscribe(FlowAdapters.toFlowSubscriber(listener));
        Thread.ofVirtual().name("backtest-events").start(() -> follow(events));
    }

    private void follow(SubmissionPublisher<Event<String>> events) {
        try {
            String last = "";
            boolean over = false;
            while (!over && events.hasSubscribers()) {
                RunResponse run = look.get();
                String text = Json.text(run);
                over = run.over();
                if (!text.equals(last)) {
                    events.submit(Event.of(text).name(over ? "end" : "progress"));
                }
                last = text;
                if (!over) {
                    Thread.sleep(LOOK_AGAIN);
                }
            }
            events.close();
        } catch (InterruptedException | RuntimeException e) {
            events.closeExceptionally(e);
        }
    }
}
