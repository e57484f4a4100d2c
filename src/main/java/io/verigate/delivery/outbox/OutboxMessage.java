package io.verigate.delivery.outbox;

import io.verigate.decision.WireEnum;
import io.verigate.ledger.RecordType;
import java.time.Instant;

/// One message to send, written in the same transaction as the decision that allowed it.
///
/// @param id unique, starts with `m-`
/// @param verification of its code
/// @param account of the verification
/// @param state of its life
/// @param attempts number of attempts to send it
/// @param dueAt earliest time of the next attempt
/// @param expiresAt when it expires
/// @param node the node that took it last; empty at first
/// @param reference of the provider; empty until accepted
/// @param outcome short code of the latest result; empty at first
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
    /// Messages in the ledger, by id.
    public static final RecordType<String, OutboxMessage> RECORDS =
            new RecordType<>("outbox", String.class, OutboxMessage.class, false);

    /// The states of a message.
    public enum State implements WireEnum {
        /// Waiting for its time or for a sender.
        PENDING,
        /// A node took it and may have sent it.
        SENDING,
        /// The provider accepted it.
        SENT,
        /// It failed and will not be sent.
        FAILED,
        /// It may have been sent, and is never sent again.
        IN_DOUBT,
        /// Its code expired or was superseded before it could be sent.
        CANCELLED
    }

    /// A new message.
    public static OutboxMessage pending(
            String id, String verification, String account, Instant dueAt, Instant expiresAt) {
        return new OutboxMessage(
                id, verification, account, State.PENDING, 0, dueAt, expiresAt, "", "", "");
    }

    /// The same message in another state, with the latest result.
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

    /// The same message, taken by a node for another attempt.
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

    /// The same message, to be sent again.
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
