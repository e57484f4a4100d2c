package io.verigate.delivery;

import io.verigate.delivery.DeliveryReceipt.Status;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import io.verigate.protection.Fingerprints;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records what came of a message that was taken, and tells the rules when its provider refused it. Thread-safe.
public final class Concluding {
    private static final Logger LOG = LoggerFactory.getLogger(Concluding.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);

    /// After so many tries, pauses grow no longer: they are a minute then.
    private static final int MOST_DOUBLINGS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /// How long the database is waited for, even if the message expires before.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Also what was given up meanwhile by a node of the same name, because now it is known.
    private static final Set<OutboxMessage.State> OPEN =
            Set.of(OutboxMessage.State.SENDING, OutboxMessage.State.IN_DOUBT);

    private final Ledger ledger;
    private final Fingerprints fingerprints;
    private final Undelivered undelivered;
    private final InstantSource clock;

    /// @param undelivered tells the rules of refusals
    public Concluding(
            Ledger ledger,
            Fingerprints fingerprints,
            Undelivered undelivered,
            InstantSource clock) {
        this.ledger = ledger;
        this.fingerprints = fingerprints;
        this.undelivered = undelivered;
        this.clock = clock;
    }

    /// Waits between two tries.
    @FunctionalInterface
    interface Pause {
        /// Waits for so long; false when there is no time for another try.
        boolean rest(Duration length);
    }

    /// Tries as long as the message lives, with growing pauses, because what is not recorded is in doubt: a database that
    /// is started anew is back by then.
    ///
    /// @throws LedgerUnavailable when the database stayed away
    void record(OutboxMessage message, SendResult result, Pause pause) {
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
                length = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
            }
        }
    }

    private void record(OutboxMessage message, SendResult result) {
        Step<Boolean> step =
                new MessageStep<>(message, fingerprints, pages -> conclude(message, result, pages));
        if (result instanceof SendResult.Rejected(String reason)) {
            refused(message, reason, step);
        } else {
            ledger.run(step);
        }
    }

    /// That it was refused is so whatever the rules make of it.
    private void refused(OutboxMessage message, String reason, Step<Boolean> step) {
        try {
            undelivered.record(message.verification(), Status.REJECTED, reason, step);
        } catch (LedgerUnavailable away) {
            throw away;
        } catch (RuntimeException e) {
            LOG.error("the rules could not judge the refusal of message {}", message.id(), e);
            ledger.run(step);
        }
    }

    /// Whether it is news: a commit whose answer was lost may have recorded it, and a receipt may have come since.
    private boolean conclude(OutboxMessage message, SendResult result, Pages pages) {
        boolean open =
                pages.get(OutboxMessage.SHELF.key(message.id()))
                        .filter(now -> now.attempts() == message.attempts())
                        .filter(now -> OPEN.contains(now.state()))
                        .isPresent();
        if (open) {
            put(result, message, pages);
        }
        return open;
    }

    private void put(SendResult result, OutboxMessage message, Pages pages) {
        switch (result) {
            case SendResult.Accepted(String reference, boolean delivered) -> {
                put(pages, message.in(OutboxMessage.State.SENT, reference, "accepted"));
                move(
                        message,
                        delivered ? VerificationState.DELIVERED : VerificationState.SENT,
                        pages);
            }
            case SendResult.Retry retry -> {
                Instant due = clock.instant().plus(wait(message, retry));
                if (due.isBefore(message.expiresAt())) {
                    put(pages, message.retryAt(due, retry.reason()));
                } else {
                    fail(message, retry.reason(), pages);
                }
            }
            case SendResult.Rejected(String reason) -> fail(message, reason, pages);
            case SendResult.InDoubt(String reason) -> {
                put(pages, message.in(OutboxMessage.State.IN_DOUBT, "", reason));
                move(message, VerificationState.SENT, pages);
            }
        }
    }

    private static void fail(OutboxMessage message, String reason, Pages pages) {
        put(pages, message.in(OutboxMessage.State.FAILED, "", reason));
        move(message, VerificationState.UNDELIVERED, pages);
    }

    private static void put(Pages pages, OutboxMessage message) {
        pages.put(OutboxMessage.SHELF.key(message.id()), message);
    }

    private static void move(OutboxMessage message, VerificationState next, Pages pages) {
        Key<String, Verifications> place = Verification.SHELF.key(message.account());
        Verifications all = pages.get(place).orElse(Verifications.NONE);
        all.find(message.verification())
                .filter(verification -> verification.state().isOpen())
                .map(verification -> verification.in(next))
                .ifPresent(verification -> pages.put(place, all.with(verification)));
    }

    /// Doubles with every attempt up to a minute, or as long as the provider asks for.
    private static Duration wait(OutboxMessage message, SendResult.Retry retry) {
        Duration doubled =
                FIRST_RETRY.multipliedBy(1L << Math.min(message.attempts() - 1, MOST_DOUBLINGS));
        return retry.after().compareTo(doubled) > 0 ? retry.after() : doubled;
    }
}
