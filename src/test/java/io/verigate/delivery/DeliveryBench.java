package io.verigate.delivery;

import io.verigate.SettableClock;
import io.verigate.assessment.Assessment;
import io.verigate.assessment.AssessmentTools;
import io.verigate.assessment.Playground;
import io.verigate.assessment.Published;
import io.verigate.assessment.ShippedRules;
import io.verigate.decision.Channel;
import io.verigate.decision.ReportedEvent;
import io.verigate.journal.JournalEntry;
import io.verigate.ledger.Ledger;
import io.verigate.ledger.MemoryLedger;
import io.verigate.ledger.Pages;
import io.verigate.ledger.Shelf.Key;
import io.verigate.ledger.Step;
import io.verigate.protection.Fingerprints;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The way of codes by the shipped rules, over a ledger in memory that can fail. Used by one thread at a time.
final class DeliveryBench {
    static final String NODE = "node-1";
    private static final String NUMBER = "+447400123456";

    final SettableClock clock = new SettableClock("2026-11-23T09:00:00Z");
    final MemoryLedger memory = new MemoryLedger();
    final UnsteadyLedger ledger = new UnsteadyLedger(memory);
    final Fingerprints fingerprints = new Fingerprints(new byte[Fingerprints.KEY_LENGTH]);
    final Assessment assessment =
            new Assessment(
                    ledger,
                    ShippedRules.active(),
                    new AssessmentTools(
                            ShippedRules.signals(),
                            fingerprints,
                            new Published(Map.of(Channel.SMS, "Verigate"))),
                    clock);
    final Undelivered undelivered = new Undelivered(ledger, assessment, this::find, clock);

    /// A code was asked for, and its message waits.
    OutboxMessage queued() {
        Dispatch.Outcome outcome =
                Ledger.await(
                        new Dispatch(assessment, this::find)
                                .send(
                                        Playground.sending("a-1", NUMBER, Playground.HOME),
                                        Purpose.SIGN_IN,
                                        step -> step));
        String verification = ((Dispatch.Outcome.Queued) outcome).verification().id();
        return memory.all(OutboxMessage.SHELF)
                .filter(message -> message.verification().equals(verification))
                .findFirst()
                .orElseThrow();
    }

    /// The same after this node took it.
    OutboxMessage taken() {
        return put(queued().taken(NODE));
    }

    /// The same after its provider accepted it.
    OutboxMessage sent() {
        return put(taken().in(OutboxMessage.State.SENT, "SM-1", "accepted"));
    }

    /// Makes codes and words them.
    Preparing preparing() {
        return preparing((message, verification, code) ->
                new OutgoingMessage(
                        message.id(),
                        verification.channel(),
                        verification.address(),
                        "en",
                        "",
                        code + " is your code",
                        code,
                        verification.expiresAt()));
    }

    /// The same with other words.
    Preparing preparing(Preparing.Wording wording) {
        return new Preparing(
                ledger, fingerprints, new Codes(fingerprints, Codes.FEWEST_DIGITS), wording, clock);
    }

    /// Records what came of messages.
    Concluding concluding() {
        return new Concluding(ledger, fingerprints, undelivered, clock);
    }

    /// The message as it is kept.
    OutboxMessage now(OutboxMessage message) {
        return memory.find(OutboxMessage.SHELF.key(message.id())).orElseThrow();
    }

    /// How far its verification is.
    VerificationState state(OutboxMessage message) {
        return find(message.verification()).orElseThrow().state();
    }

    /// How many times the rules heard of a code that did not arrive.
    long reports() {
        return memory.all(JournalEntry.SHELF)
                .filter(entry ->
                        ReportedEvent.CODE_UNDELIVERED
                                .word()
                                .equals(entry.decision().facts().get("event")))
                .count();
    }

    Optional<Verification> find(String id) {
        return memory.all(Verification.SHELF).flatMap(all -> all.find(id).stream()).findFirst();
    }

    /// Keeps a message as it is told.
    OutboxMessage put(OutboxMessage message) {
        Key<String, OutboxMessage> place = OutboxMessage.SHELF.key(message.id());
        return memory.run(
                new Step<OutboxMessage>() {
                    @Override
                    public Set<Key<?, ?>> reads() {
                        return Set.of(place);
                    }

                    @Override
                    public OutboxMessage run(Pages pages) {
                        pages.put(place, message);
                        return message;
                    }
                });
    }
}
