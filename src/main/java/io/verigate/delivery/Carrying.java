package io.verigate.delivery;

import io.verigate.activity.Activity;
import io.verigate.activity.SubjectKey;
import io.verigate.decision.SubjectKind;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.LedgerUnavailable;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import io.verigate.protection.Fingerprints;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Carries one message: makes its code, hands it to the sender, and records what came of it.
///
/// The code is made only now and lives in memory until it is handed over: what is kept is its hash. A retry makes
/// another one.
public final class Carrying {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 8;
    private static final int RECORDING_ATTEMPTS = 30;

    private final Ledger ledger;
    private final Fingerprints fingerprints;
    private final Codes codes;
    private final MessageSender sender;
    private final Wording wording;
    private final InstantSource clock;
    private final SendListener listener;

    /// @param sender hands messages of every channel to their providers
    /// @param wording makes the text of a message
    public Carrying(
            Ledger ledger,
            Fingerprints fingerprints,
            Codes codes,
            MessageSender sender,
            Wording wording,
            InstantSource clock,
            SendListener listener) {
        this.ledger = ledger;
        this.fingerprints = fingerprints;
        this.codes = codes;
        this.sender = sender;
        this.wording = wording;
        this.clock = clock;
        this.listener = listener;
    }

    /// Makes the text of a message.
    @FunctionalInterface
    public interface Wording {
        /// What leaves for a verification with this code, which is empty for a notice.
        OutgoingMessage of(OutboxMessage message, Verification verification, String code);
    }

    /// Hears what came of every message.
    @FunctionalInterface
    public interface SendListener {
        /// @param outcome a short code
        void sent(Verification verification, String outcome);
    }

    /// Carries a message that this node has taken. Returns after the outcome is recorded.
    void carry(OutboxMessage message) {
        Optional<Prepared> prepared = ledger.run(step(message, pages -> prepare(message, pages)));
        if (prepared.isEmpty()) {
            return;
        }
        Prepared ready = prepared.get();
        SendResult result = sender.send(wording.of(message, ready.verification(), ready.code()));
        record(message, result);
        listener.sent(ready.verification(), Outcomes.word(result));
    }

    private record Prepared(Verification verification, String code) {}

    private Optional<Prepared> prepare(OutboxMessage message, Pages pages) {
        Key<String, Verifications> place = Verification.SHELF.key(message.account());
        Verifications all = pages.get(place).orElse(Verifications.NONE);
        Optional<Verification> known =
                all.find(message.verification())
                        .filter(verification -> verification.stateAt(clock.instant()).isOpen());
        if (known.isEmpty()) {
            put(pages, message.in(OutboxMessage.State.CANCELLED, "", "not needed any more"));
            return Optional.empty();
        }
        if (known.get().purpose() == Purpose.NOTICE) {
            return Optional.of(new Prepared(known.get(), ""));
        }
        String code = codes.next();
        Verification withCode = known.get().withHash(codes.hash(known.get(), code));
        pages.put(place, all.with(withCode));
        return Optional.of(new Prepared(withCode, code));
    }

    /// Tries for a while, because a message whose outcome is not recorded is in doubt.
    private void record(OutboxMessage message, SendResult result) {
        for (int attempt = 1; ; attempt++) {
            try {
                ledger.run(
                        step(
                                message,
                                pages -> {
                                    conclude(message, result, pages);
                                    return Optional.empty();
                                }));
                return;
            } catch (LedgerUnavailable e) {
                if (attempt >= RECORDING_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void conclude(OutboxMessage message, SendResult result, Pages pages) {
        Instant now = clock.instant();
        switch (result) {
            case SendResult.Accepted accepted -> {
                put(
                        pages,
                        message.in(
                                OutboxMessage.State.SENT,
                                accepted.providerReference(),
                                "accepted"));
                move(
                        message,
                        accepted.delivered() ? VerificationState.DELIVERED : VerificationState.SENT,
                        pages);
            }
            case SendResult.Retry retry -> {
                Instant due = now.plus(wait(message, retry));
                if (message.attempts() < MOST_ATTEMPTS && due.isBefore(message.expiresAt())) {
                    put(pages, message.retryAt(due, retry.reason()));
                } else {
                    fail(message, retry.reason(), pages);
                }
            }
            case SendResult.Rejected rejected -> fail(message, rejected.reason(), pages);
            case SendResult.InDoubt doubt -> {
                put(pages, message.in(OutboxMessage.State.IN_DOUBT, "", doubt.reason()));
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

    /// Doubles with every attempt, or as long as the provider asks for.
    private static Duration wait(OutboxMessage message, SendResult.Retry retry) {
        Duration doubled =
                FIRST_RETRY.multipliedBy(1L << Math.min(message.attempts() - 1, MOST_ATTEMPTS));
        return retry.after().compareTo(doubled) > 0 ? retry.after() : doubled;
    }

    private <T> Step<T> step(OutboxMessage message, Function<Pages, T> work) {
        SubjectKey account = SubjectKey.of(SubjectKind.ACCOUNT, message.account(), fingerprints);
        Set<Key<?, ?>> places =
                Set.of(Activity.tallies(account), Verification.SHELF.key(message.account()));
        return new Step<>() {
            @Override
            public Set<Key<?, ?>> reads() {
                return places;
            }

            @Override
            public T run(Pages pages) {
                return work.apply(pages);
            }
        };
    }
}
