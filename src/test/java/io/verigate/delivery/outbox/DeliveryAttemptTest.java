package io.verigate.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.delivery.DeliveryBench;
import io.verigate.delivery.MessageSender;
import io.verigate.delivery.OutgoingMessage;
import io.verigate.delivery.SendResult;
import io.verigate.delivery.outbox.OutboxMessage.State;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.verification.DeliveryFailureHandler;
import io.verigate.verification.ReceiptRecorder;
import io.verigate.verification.VerificationResultRecorder;
import io.verigate.verification.VerificationState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Failures at each stage of a delivery.
final class DeliveryAttemptTest {
    private static final SendResult ACCEPTED = new SendResult.Accepted("SM-1", false);

    private final DeliveryBench bench = new DeliveryBench();
    private final List<OutgoingMessage> handedOver = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private OutboxMessage message;

    @BeforeEach
    void take() {
        message = bench.taken();
    }

    @Test
    void recordsAsSoonAsTheDatabaseIsBack() {
        bench.ledger.awayAfter(1);

        carry(ACCEPTED, backAfter(8));

        assertThat(pauses)
                .extracting(Duration::toMillis)
                .containsExactly(50L, 100L, 200L, 400L, 800L, 1_600L, 2_000L, 2_000L);
        assertThat(bench.now(message).state()).isEqualTo(State.SENT);
        assertThat(bench.now(message).reference()).isEqualTo("SM-1");
        assertThat(bench.state(message)).isEqualTo(VerificationState.SENT);
        assertThat(handedOver).hasSize(1);
        assertThat(told).containsExactly("accepted");
    }

    @Test
    void waitsForTheDatabaseAsLongAsTheMessageLives() {
        bench.ledger.awayAfter(1);

        assertThatThrownBy(() -> carry(ACCEPTED, backAfter(Integer.MAX_VALUE)))
                .isInstanceOf(LedgerUnavailable.class);

        assertThat(bench.clock.instant())
                .isBetween(message.expiresAt(), message.expiresAt().plusSeconds(2));
        assertThat(bench.now(message).state()).isEqualTo(State.SENDING);
        assertThat(told).isEmpty();
    }

    @Test
    void waitsForAMinuteWhenTheMessageExpiresBefore() {
        bench.clock.set(message.expiresAt().minusSeconds(1));
        bench.ledger.awayAfter(1);

        carry(ACCEPTED, backAfter(20));

        assertThat(bench.now(message).state()).isEqualTo(State.SENT);
    }

    @Test
    void stopsWaitingWhenTheNodeStops() {
        bench.ledger.awayAfter(1);

        assertThatThrownBy(() -> carry(ACCEPTED, length -> false))
                .isInstanceOf(LedgerUnavailable.class);
    }

    @Test
    void aRepeatedRecordChangesNothingThatCameAfterTheFirst() {
        bench.ledger.awayAfter(2);
        bench.ledger.losesItsAnswer();

        carry(
                ACCEPTED,
                length -> {
                    bench.ledger.back();
                    return new ReceiptRecorder(
                                    reference -> Optional.of(bench.now(message)),
                                    bench.fingerprints,
                                    bench.undelivered,
                                    bench.clock)
                            .received(
                                    new DeliveryReceipt(
                                            "SM-1", Status.DELIVERED, "", bench.clock.instant()));
                });

        assertThat(bench.now(message).outcome()).isEqualTo("delivered");
        assertThat(bench.state(message)).isEqualTo(VerificationState.DELIVERED);
    }

    @Test
    void whatWasGivenUpMeanwhileIsKnownAfterAll() {
        bench.ledger.awayAfter(1);

        carry(
                ACCEPTED,
                length -> {
                    bench.ledger.back();
                    bench.put(message.in(State.IN_DOUBT, "", "the node stopped while sending"));
                    return true;
                });

        assertThat(bench.now(message).state()).isEqualTo(State.SENT);
    }

    @Test
    void putsBackWhatCouldNotBePrepared() {
        bench.ledger.awayAfter(0);

        carry(ACCEPTED, backAfter(3));

        assertThat(handedOver).isEmpty();
        assertThat(told).isEmpty();
        assertThat(bench.now(message).state()).isEqualTo(State.PENDING);
        assertThat(bench.now(message).dueAt()).isEqualTo(bench.clock.instant().plusSeconds(2));
        assertThat(bench.state(message)).isEqualTo(VerificationState.QUEUED);
    }

    @Test
    void putsBackWhatCouldNotBeWorded() {
        carry(
                bench.preparing((message, verification, code) -> {
                    throw new IllegalStateException("no text");
                }),
                outgoing -> ACCEPTED,
                length -> false);

        assertThat(bench.now(message).state()).isEqualTo(State.PENDING);
        assertThat(bench.now(message).outcome()).isEqualTo("not-prepared");
    }

    @Test
    void whatCannotBePutBackInTimeHasFailed() {
        bench.clock.set(message.expiresAt().minusSeconds(1));
        bench.ledger.awayAfter(0);

        carry(ACCEPTED, backAfter(1));

        assertThat(bench.now(message).state()).isEqualTo(State.FAILED);
        assertThat(bench.state(message)).isEqualTo(VerificationState.UNDELIVERED);
    }

    @Test
    void isTriedAsLongAsItsCodeLives() {
        List<Long> waits = new ArrayList<>();
        while (bench.now(message).state() == State.SENDING) {
            carry(new SendResult.Retry("smtp-421"), length -> false);
            OutboxMessage next = bench.now(message);
            if (next.state() == State.PENDING) {
                waits.add(Duration.between(bench.clock.instant(), next.dueAt()).toSeconds());
                bench.clock.set(next.dueAt());
                message = next.taken("node-1");
                bench.put(message);
            }
        }

        assertThat(waits).startsWith(2L, 4L, 8L, 16L, 32L, 64L, 64L).hasSizeGreaterThan(12);
        assertThat(bench.now(message).state()).isEqualTo(State.FAILED);
        assertThat(Duration.between(bench.clock.instant(), message.expiresAt()))
                .isLessThanOrEqualTo(Duration.ofSeconds(64));
    }

    @Test
    void aSenderThatFailsLeavesTheMessageInDoubt() {
        carry(
                bench.preparing(),
                outgoing -> {
                    throw new IllegalStateException("a fault of the sender");
                },
                length -> false);

        assertThat(bench.now(message).state()).isEqualTo(State.IN_DOUBT);
        assertThat(bench.state(message)).isEqualTo(VerificationState.SENT);
        assertThat(told).containsExactly("in-doubt");
    }

    @Test
    void whoeverHearsOfItChangesNothingByFailing() {
        new DeliveryAttempt(
                        bench.preparing(),
                        outgoing -> ACCEPTED,
                        bench.concluding(),
                        List.of((sent, outgoing, outcome) -> {
                            throw new IllegalStateException("a fault of the listener");
                        }))
                .carry(message, length -> false);

        assertThat(bench.now(message).state()).isEqualTo(State.SENT);
    }

    @Test
    void aRefusalIsToldToTheRulesInTheStepThatRecordsIt() {
        bench.ledger.awayAfter(2);

        carry(new SendResult.Rejected("http-400"), length -> false);

        assertThat(bench.now(message).state()).isEqualTo(State.FAILED);
        assertThat(bench.state(message)).isEqualTo(VerificationState.UNDELIVERED);
        assertThat(bench.reports()).isEqualTo(1);
    }

    @Test
    void aRefusalIsToldToTheRulesOnce() {
        bench.ledger.awayAfter(2);
        bench.ledger.losesItsAnswer();

        carry(new SendResult.Rejected("http-400"), backAfter(1));

        assertThat(bench.now(message).state()).isEqualTo(State.FAILED);
        assertThat(bench.reports()).isEqualTo(1);
    }

    @Test
    void aRefusalIsRecordedWhateverTheRulesMakeOfIt() {
        DeliveryFailureHandler broken =
                new DeliveryFailureHandler(
                        bench.ledger,
                        bench.assessment,
                        verification -> {
                            throw new IllegalStateException("a fault of the rules");
                        },
                        bench.clock);

        new VerificationResultRecorder(bench.ledger, bench.fingerprints, broken, bench.clock)
                .record(message, new SendResult.Rejected("http-400"), length -> false);

        assertThat(bench.now(message).state()).isEqualTo(State.FAILED);
    }

    private void carry(SendResult result, DeliveryResultRecorder.Pause pause) {
        carry(
                bench.preparing(),
                outgoing -> {
                    handedOver.add(outgoing);
                    return result;
                },
                pause);
    }

    private void carry(
            MessagePreparer preparing, MessageSender sender, DeliveryResultRecorder.Pause pause) {
        new DeliveryAttempt(
                        preparing,
                        sender,
                        bench.concluding(),
                        List.of((sent, outgoing, outcome) -> told.add(outcome)))
                .carry(message, pause);
    }

    /// Every pause advances the clock; the database recovers after this many.
    private DeliveryResultRecorder.Pause backAfter(int rests) {
        return length -> {
            pauses.add(length);
            bench.clock.advance(length);
            if (pauses.size() == rests) {
                bench.ledger.back();
            }
            return true;
        };
    }
}
