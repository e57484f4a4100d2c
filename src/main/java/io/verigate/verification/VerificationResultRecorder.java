package io.verigate.verification;

import io.verigate.crypto.Fingerprints;
import io.verigate.delivery.SendResult;
import io.verigate.delivery.outbox.DeliveryResultRecorder;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.delivery.receipt.DeliveryReceipt.Status;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records the result of an attempt in the outbox and in its verification, and reports to the rules that a provider
/// rejected it. Thread-safe.
@Singleton
public final class VerificationResultRecorder implements DeliveryResultRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(VerificationResultRecorder.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);

    /// After this many attempts the pause stays at a minute.
    private static final int MAX_DOUBLINGS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(2);

    /// How long to wait for the database, even if the message expires earlier.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Also a message that a node of the same name marked in doubt meanwhile, because its result is known now.
    private static final Set<OutboxMessage.State> OPEN =
            Set.of(OutboxMessage.State.SENDING, OutboxMessage.State.IN_DOUBT);

    private final Ledger ledger;
    private final Fingerprints fingerprints;
    private final DeliveryFailureHandler undelivered;
    private final InstantSource clock;

    /// @param undelivered reports rejections to the rules
    public VerificationResultRecorder(
            Ledger ledger,
            Fingerprints fingerprints,
            DeliveryFailureHandler undelivered,
            InstantSource clock) {
        this.ledger = ledger;
        this.fingerprints = fingerprints;
        this.undelivered = undelivered;
        this.clock = clock;
    }

    /// Retries with growing pauses until the message expires: a restarted database is back by then.
    @Override
    public void record(OutboxMessage message, SendResult result, Pause pause) {
        Instant patient = clock.instant().plus(PATIENCE);
        Instant end = message.expiresAt().isAfter(patient) ? message.expiresAt() : patient;
        Duration length = FIRST_PAUSE;
        while (true) {
            try {
                record(message, result);
                return;
            } catch (LedgerUnavailable away) {
                if (!clock.instant().isBefore(end) || !pause.rest(length)) {
                    throw away;
                }
                Duration next = length.multipliedBy(2);
                length = next.compareTo(MAX_PAUSE) < 0 ? next : MAX_PAUSE;
            }
        }
    }

    private void record(OutboxMessage message, SendResult result) {
        LedgerTransaction<Boolean> transaction =
                new MessageTransaction<>(
                        message, fingerprints, view -> conclude(message, result, view));
        if (result instanceof SendResult.Rejected(String reason)) {
            refused(message, reason, transaction);
        } else {
            ledger.run(transaction);
        }
    }

    /// Records the rejection even when the rules fail.
    private void refused(
            OutboxMessage message, String reason, LedgerTransaction<Boolean> transaction) {
        try {
            undelivered.record(message.verification(), Status.REJECTED, reason, transaction);
        } catch (LedgerUnavailable away) {
            throw away;
        } catch (RuntimeException e) {
            LOG.error("the rules could not judge the refusal of message {}", message.id(), e);
            ledger.run(transaction);
        }
    }

    /// Whether the result is new: a commit whose response was lost may have recorded it, and a receipt may have come
    /// since.
    private boolean conclude(OutboxMessage message, SendResult result, TransactionView view) {
        boolean open =
                view.get(OutboxMessage.RECORDS.key(message.id()))
                        .filter(now -> now.attempts() == message.attempts())
                        .filter(now -> OPEN.contains(now.state()))
                        .isPresent();
        if (open) {
            put(result, message, view);
        }
        return open;
    }

    private void put(SendResult result, OutboxMessage message, TransactionView view) {
        switch (result) {
            case SendResult.Accepted(String reference, boolean delivered) -> {
                put(view, message.in(OutboxMessage.State.SENT, reference, "accepted"));
                move(
                        message,
                        delivered ? VerificationState.DELIVERED : VerificationState.SENT,
                        view);
            }
            case SendResult.Retry retry -> {
                Instant due = clock.instant().plus(wait(message, retry));
                if (due.isBefore(message.expiresAt())) {
                    put(view, message.retryAt(due, retry.reason()));
                } else {
                    fail(message, retry.reason(), view);
                }
            }
            case SendResult.Rejected(String reason) -> fail(message, reason, view);
            case SendResult.InDoubt(String reason) -> {
                put(view, message.in(OutboxMessage.State.IN_DOUBT, "", reason));
                move(message, VerificationState.SENT, view);
            }
        }
    }

    private static void fail(OutboxMessage message, String reason, TransactionView view) {
        put(view, message.in(OutboxMessage.State.FAILED, "", reason));
        move(message, VerificationState.UNDELIVERED, view);
    }

    private static void put(TransactionView view, OutboxMessage message) {
        view.put(OutboxMessage.RECORDS.key(message.id()), message);
    }

    private static void move(OutboxMessage message, VerificationState next, TransactionView view) {
        Key<String, AccountVerifications> place = Verification.RECORDS.key(message.account());
        AccountVerifications all = view.get(place).orElse(AccountVerifications.NONE);
        all.find(message.verification())
                .filter(verification -> verification.state().isOpen())
                .map(verification -> verification.in(next))
                .ifPresent(verification -> view.put(place, all.with(verification)));
    }

    /// Doubles with every attempt up to a minute; longer when the provider requests it.
    private static Duration wait(OutboxMessage message, SendResult.Retry retry) {
        Duration doubled =
                FIRST_RETRY.multipliedBy(1L << Math.min(message.attempts() - 1, MAX_DOUBLINGS));
        return retry.after().compareTo(doubled) > 0 ? retry.after() : doubled;
    }
}
