package io.verigate.delivery.outbox;

import io.verigate.decision.WireEnum;
import io.verigate.ledger.RecordType;
import java.time.Instant;

/// One message to send, written in the same transaction as the decision that allowed it.
///
/// @param id unique, starts with `m-`
/// @param verification whose code it carries
/// @param account whose verification it is
/// @param state how far it has come
/// @param attempts how many times it was handed to a provider
/// @param dueAt not before; moved by a retry
/// @param expiresAt of no use from here on
/// @param node which node took it last; empty before the first time
/// @param reference how the provider calls it; empty until accepted
/// @param outcome short code of what happened last; empty at first
public record OutboxMessage(
        String id,
        String verification,
        String account,
        State state,
        int attempts,
        Instant dueAt,
        Instant expiresAt,
        String node,
        String reference,
        String outcome) {
    /// Where messages stand in the ledger.
    public static final RecordType<String, OutboxMessage> RECORDS =
            new RecordType<>("outbox", String.class, OutboxMessage.class, false);

    /// How far a message has come.
    public enum State implements WireEnum {
        /// Waits for its time or for a sender.
        PENDING,
        /// A node took it and may have handed it to the provider.
        SENDING,
        /// The provider accepted it.
        SENT,
        /// It will not be sent.
        FAILED,
        /// It may have been sent, and is never sent again.
        IN_DOUBT,
        /// Its code expired or was superseded before it could be sent.
        CANCELLED;

        private final String word = WireEnum.of(this);

        @Override
        public String wireName() {
            return word;
        }
    }

    /// A new message.
    public static OutboxMessage pending(
            String id, String verification, String account, Instant dueAt, Instant expiresAt) {
        return new OutboxMessage(
                id, verification, account, State.PENDING, 0, dueAt, expiresAt, "", "", "");
    }

    /// In another state, with what happened.
    public OutboxMessage in(State next, String providerReference, String what) {
        return new OutboxMessage(
                id,
                verification,
                account,
                next,
                attempts,
                dueAt,
                expiresAt,
                node,
                providerReference,
                what);
    }

    /// Taken by a node, for one more attempt.
    public OutboxMessage taken(String by) {
        return new OutboxMessage(
                id,
                verification,
                account,
                State.SENDING,
                attempts + 1,
                dueAt,
                expiresAt,
                by,
                reference,
                outcome);
    }

    /// To be tried again.
    public OutboxMessage retryAt(Instant due, String what) {
        return new OutboxMessage(
                id,
                verification,
                account,
                State.PENDING,
                attempts,
                due,
                expiresAt,
                node,
                reference,
                what);
    }
}
