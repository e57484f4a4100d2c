package io.verigate.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.delivery.DeliveryBench;
import io.verigate.delivery.SendResult;
import io.verigate.delivery.outbox.OutboxMessage.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Messages whose result the outbox worker could not record.
@Timeout(60)
final class OutboxWorkerTest {
    private static final int LOOKS = 12;
    private static final OutboxConfiguration SETTINGS =
            new OutboxConfiguration(DeliveryBench.NODE, 2);

    private final DeliveryBench bench = new DeliveryBench();
    private final CountDownLatch looks = new CountDownLatch(LOOKS);
    private final CountDownLatch inDoubt = new CountDownLatch(1);

    @Test
    void whatItCouldNotRecordIsInDoubtOnceItDoesNotHoldItAnyMore() throws Exception {
        OutboxMessage message = bench.queued();
        AtomicReference<State> whileHeld = new AtomicReference<>();
        DeliveryAttempt carrying =
                new DeliveryAttempt(
                        bench.preparing(),
                        outgoing -> {
                            await(looks);
                            whileHeld.set(bench.now(message).state());
                            bench.ledger.awayAfter(0);
                            return new SendResult.Accepted("SM-1", false);
                        },
                        bench.concluding(),
                        List.of());

        try (OutboxWorker worker =
                new OutboxWorker(new Minutes(), carrying, bench.clock, SETTINGS)) {
            worker.start();
            inDoubt.await();
        }

        assertThat(whileHeld).hasValue(State.SENDING);
        assertThat(bench.now(message).state()).isEqualTo(State.IN_DOUBT);
    }

    @Test
    void stopsInThePauseBetweenTwoTries() throws Exception {
        bench.queued();
        CountDownLatch handedOver = new CountDownLatch(1);
        DeliveryAttempt carrying =
                new DeliveryAttempt(
                        bench.preparing(),
                        outgoing -> {
                            bench.ledger.awayAfter(0);
                            handedOver.countDown();
                            return new SendResult.Accepted("SM-1", false);
                        },
                        bench.concluding(),
                        List.of());

        OutboxWorker worker =
                new OutboxWorker(new InMemoryOutbox(bench), carrying, bench.clock, SETTINGS);
        worker.start();
        handedOver.await();
        worker.close();

        assertThat(worker.isIdle()).isTrue();
    }

    /// An outbox that advances the clock by a minute with every check.
    private final class Minutes extends InMemoryOutbox {
        Minutes() {
            super(bench);
        }

        @Override
        public List<OutboxMessage> abandoned(String node, Set<String> held, Instant expired) {
            List<OutboxMessage> found = super.abandoned(node, held, expired);
            bench.clock.advance(Duration.ofMinutes(1));
            looks.countDown();
            if (!found.isEmpty()) {
                inDoubt.countDown();
            }
            return found;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
