package io.verigate.verification;

import io.verigate.activity.ActivityRecords;
import io.verigate.activity.SubjectKey;
import io.verigate.crypto.Fingerprints;
import io.verigate.decision.SubjectKind;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.ledger.LedgerTransaction;
import io.verigate.ledger.RecordType.Key;
import io.verigate.ledger.TransactionView;
import java.util.Set;
import java.util.function.Function;

/// A transaction on one message and its verification.
final class MessageTransaction<T> implements LedgerTransaction<T> {
    private final Set<Key<?, ?>> keys;
    private final Function<TransactionView, T> work;

    MessageTransaction(
            OutboxMessage message, Fingerprints fingerprints, Function<TransactionView, T> work) {
        SubjectKey account = SubjectKey.of(SubjectKind.ACCOUNT, message.account(), fingerprints);
        this.keys =
                Set.of(
                        ActivityRecords.counterRow(account),
                        Verification.RECORDS.key(message.account()),
                        OutboxMessage.RECORDS.key(message.id()));
        this.work = work;
    }

    @Override
    public Set<Key<?, ?>> reads() {
        return keys;
    }

    @Override
    public T run(TransactionView view) {
        return work.apply(view);
    }
}
