package io.verigate.delivery;

import io.verigate.SettableClock;
import io.verigate.assessment.AssessmentContext;
import io.verigate.assessment.DecisionListener;
import io.verigate.assessment.DecisionService;
import io.verigate.assessment.Playground;
import io.verigate.assessment.PublishedSenders;
import io.verigate.assessment.ShippedRules;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.Channel;
import io.verigate.decision.ReportedEvent;
import io.verigate.delivery.outbox.DeliveryResultRecorder;
import io.verigate.delivery.outbox.MessagePreparer;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.journal.JournalEntry;
import io.verigate.ledger.InMemoryLedger;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import io.verigate.verification.CodeMessagePreparer;
import io.verigate.verification.Codes;
import io.verigate.verification.DeliveryFailureHandler;
import io.verigate.verification.Purpose;
import io.verigate.verification.SendCode;
import io.verigate.verification.SendCode.SendCodeResult;
import io.verigate.verification.Verification;
import io.verigate.verification.VerificationResultRecorder;
import io.verigate.verification.VerificationState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Delivery of codes by the shipped rules, on a ledger in memory that can fail. Used by one thread at a time.
public final class DeliveryBench {
    public static final String NODE = "node-1";
    private static final String NUMBER = "+447400123456";

    public final SettableClock clock = new SettableClock("2026-11-23T09:00:00Z");
    public final InMemoryLedger memory = new InMemoryLedger();
    public final UnsteadyLedger ledger = new UnsteadyLedger(memory);
    public final Fingerprints fingerprints = new Fingerprints(new byte[Fingerprints.KEY_LENGTH]);
    public final DecisionService assessment =
            new DecisionService(
                    ShippedRules.active(),
                    new AssessmentContext(
                            ShippedRules.signals(),
                            fingerprints,
                            new PublishedSenders(Map.of(Channel.SMS, "Verigate"))),
                    clock,
                    DecisionListener.NONE);
    public final DeliveryFailureHandler undelivered =
            new DeliveryFailureHandler(ledger, assessment, this::find, clock);

    /// Requests a code and returns its pending message.
    public OutboxMessage queued() {
        SendCodeResult outcome =
                ledger.run(
                        new SendCode(assessment, () -> {})
                                .send(
                                        Playground.sending("a-1", NUMBER, Playground.HOME),
                                        Purpose.SIGN_IN));
        String verification = ((SendCodeResult.Queued) outcome).verification().id();
        return memory.all(OutboxMessage.RECORDS)
                .filter(message -> message.verification().equals(verification))
                .findFirst()
                .orElseThrow();
    }

    /// The same after this node took it.
    public OutboxMessage taken() {
        return put(queued().taken(NODE));
    }

    /// The same after its provider accepted it.
    public OutboxMessage sent() {
        return put(taken().in(OutboxMessage.State.SENT, "SM-1", "accepted"));
    }

    /// Prepares messages.
    public MessagePreparer preparing() {
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
    public MessagePreparer preparing(CodeMessagePreparer.Wording wording) {
        return new CodeMessagePreparer(
                ledger, fingerprints, new Codes(fingerprints, Codes.MIN_DIGITS), wording, clock);
    }

    /// Records delivery results.
    public DeliveryResultRecorder concluding() {
        return new VerificationResultRecorder(ledger, fingerprints, undelivered, clock);
    }

    /// The stored message.
    public OutboxMessage now(OutboxMessage message) {
        return memory.find(OutboxMessage.RECORDS.key(message.id())).orElseThrow();
    }

    /// The state of its verification.
    public VerificationState state(OutboxMessage message) {
        return find(message.verification()).orElseThrow().state();
    }

    /// The number of undelivered codes that the rules decided on.
    public long reports() {
        return memory.all(JournalEntry.RECORDS)
                .filter(entry ->
                        ReportedEvent.CODE_UNDELIVERED
                                .wireName()
                                .equals(entry.decision().facts().get("event")))
                .count();
    }

    public Optional<Verification> find(String id) {
        return memory.all(Verification.RECORDS).flatMap(all -> all.find(id).stream()).findFirst();
    }

    /// Writes a message.
    public OutboxMessage put(OutboxMessage message) {
        Key<String, OutboxMessage> place = OutboxMessage.RECORDS.key(message.id());
        return memory.run(
                new LedgerTransaction<OutboxMessage>() {
                    @Override
                    public Set<Key<?, ?>> reads() {
                        return Set.of(place);
                    }

                    @Override
                    public OutboxMessage run(TransactionView view) {
                        view.put(place, message);
                        return message;
                    }
                });
    }
}
