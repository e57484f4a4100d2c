package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A transaction that takes effect once for each idempotency key: its response is stored in the same transaction, and a
/// retry with the same request returns that response and does nothing.
///
/// @param <T> result of the transaction
public final class IdempotentTransaction<T>
        implements LedgerTransaction<IdempotentTransaction.IdempotentResult<T>> {
    private final LedgerTransaction<T> transaction;
    private final Key<String, StoredResponse> key;
    private final String fingerprint;
    private final Function<T, Optional<StoredResponse>> response;

    /// @param key of the stored response
    /// @param fingerprint of the whole request
    /// @param response the response to store for a result; empty when a retry must run the transaction again; must not
    ///     block
    public IdempotentTransaction(
            LedgerTransaction<T> transaction,
            Key<String, StoredResponse> key,
            String fingerprint,
            Function<T, Optional<StoredResponse>> response) {
        this.transaction = transaction;
        this.key = key;
        this.fingerprint = fingerprint;
        this.response = response;
    }

    /// The result.
    public sealed interface IdempotentResult<T> {
        /// The transaction was executed.
        record Executed<T>(T result) implements IdempotentResult<T> {}

        /// The transaction was executed earlier, with this response; nothing was done now.
        record Replayed<T>(StoredResponse response) implements IdempotentResult<T> {}

        /// The key was used for another request; nothing was done.
        record KeyReused<T>() implements IdempotentResult<T> {}
    }

    @Override
    public Set<Key<?, ?>> reads() {
        Set<Key<?, ?>> keys = new HashSet<>(transaction.reads());
        keys.add(key);
        return keys;
    }

    @Override
    public Set<Key<?, ?>> readsNext(TransactionView view) {
        return view.get(key).isPresent() ? Set.of() : transaction.readsNext(view);
    }

    @Override
    public IdempotentResult<T> run(TransactionView view) {
        Optional<StoredResponse> stored = view.get(key);
        if (stored.isPresent()) {
            return stored.get().fingerprint().equals(fingerprint)
                    ? new IdempotentResult.Replayed<>(stored.get())
                    : new IdempotentResult.KeyReused<>();
        }
        T result = transaction.run(view);
        response.apply(result).ifPresent(kept -> view.put(key, kept));
        return new IdempotentResult.Executed<>(result);
    }

    @Override
    public void committed(IdempotentResult<T> outcome) {
        if (outcome instanceof IdempotentResult.Executed<T>(T result)) {
            transaction.committed(result);
        }
    }

    @Override
    public void close() {
        transaction.close();
    }
}
