package io.verigate.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.activity.ActivityRecords;
import io.verigate.activity.SubjectKey;
import io.verigate.assessment.DestinationKey;
import io.verigate.decision.ActivityEvent;
import io.verigate.delivery.DeliveryBench;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.delivery.receipt.DeliveryReceipt;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import io.verigate.ledger.LedgerUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Receipts that arrive late, early, twice, concurrently, or while the database is unavailable.
final class ReceiptRecorderTest {
    private final DeliveryBench bench = new DeliveryBench();
    private OutboxMessage message;
    private ReceiptRecorder receipts;

    /// Every lookup sees the message before any receipt, as concurrent copies of a receipt do.
    @BeforeEach
    void send() {
        message = bench.sent();
        receipts =
                new ReceiptRecorder(
                        reference ->
                                Optional.of(message)
                                        .filter(one -> one.reference().equals(reference)),
                        bench.fingerprints,
                        bench.undelivered,
                        bench.clock);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDELIVERABLE", "EXPIRED", "REJECTED", "UNKNOWN"})
    void twoCopiesAtTheSameTimeAreToldToTheRulesOnce(Status status) {
        assertThat(tell(status)).isTrue();
        assertThat(tell(status)).isTrue();

        assertThat(bench.reports()).isEqualTo(1);
        assertThat(bench.now(message).outcome()).isEqualTo(status.wireName());
    }

    @Test
    void twoCopiesAtTheSameTimeArriveOnce() {
        tell(Status.DELIVERED);
        tell(Status.ACCEPTED);
        tell(Status.DELIVERED);

        assertThat(bench.state(message)).isEqualTo(VerificationState.DELIVERED);
        assertThat(arrivals()).isEqualTo(1);
        assertThat(bench.reports()).isZero();
    }

    @Test
    void theRulesHearOfWhatIsRecordedWhateverBreaksAfterIt() {
        bench.ledger.awayAfter(1);
        tell(Status.UNDELIVERABLE);
        bench.ledger.back();
        tell(Status.UNDELIVERABLE);

        assertThat(bench.state(message)).isEqualTo(VerificationState.UNDELIVERED);
        assertThat(bench.reports()).isEqualTo(1);
    }

    @Test
    void nothingIsRecordedOfWhatTheRulesDoNotHear() {
        bench.ledger.awayAfter(0);
        assertThatThrownBy(() -> tell(Status.UNDELIVERABLE)).isInstanceOf(LedgerUnavailable.class);
        assertThat(bench.now(message)).isEqualTo(message);
        bench.ledger.back();

        tell(Status.UNDELIVERABLE);

        assertThat(bench.reports()).isEqualTo(1);
    }

    @Test
    void anUnknownMessageIsAskedForAgainWhileItsReceiptIsYoung() {
        Instant now = bench.clock.instant();

        assertThat(tell("SM-2", now.minus(Duration.ofSeconds(119)))).isFalse();
        assertThat(tell("SM-2", now.minus(Duration.ofMinutes(2)))).isTrue();
    }

    private boolean tell(Status status) {
        return receipts.received(new DeliveryReceipt("SM-1", status, "", bench.clock.instant()));
    }

    private boolean tell(String reference, Instant at) {
        return receipts.received(new DeliveryReceipt(reference, Status.DELIVERED, "", at));
    }

    private long arrivals() {
        Verification verification = bench.find(message.verification()).orElseThrow();
        SubjectKey destination = DestinationKey.of(verification.address(), bench.fingerprints);
        return bench.memory
                .find(ActivityRecords.counterRow(destination))
                .orElseThrow()
                .of(destination)
                .count(ActivityEvent.CODE_DELIVERED, Instant.EPOCH);
    }
}
