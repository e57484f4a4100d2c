package io.verigate.ledger;

import io.verigate.ledger.RecordType.Key;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A step that happens once for each key of its caller: its answer is kept in the same transaction, and whoever comes
/// again with the same request gets that answer and nothing happens.
///
/// @param <T> what the step ends in
public final class IdempotentTransaction<T>
        implements LedgerTransaction<IdempotentTransaction.Settled<T>> {
    private final LedgerTransaction<T> transaction;
    private final Key<String, StoredResponse> place;
    private final String fingerprint;
    private final Function<T, Optional<StoredResponse>> answer;

    /// @param caller id of the API key
    /// @param key as the caller chose it
    /// @param fingerprint of the whole request
    /// @param answer makes of the end of the step what is kept; empty when the same request may end in something else
    ///     later; must not block
    public IdempotentTransaction(
            LedgerTransaction<T> transaction,
            String caller,
            String key,
            String fingerprint,
            Function<T, Optional<StoredResponse>> answer) {
        this.transaction = transaction;
        this.place = place(caller, key);
        this.fingerprint = fingerprint;
        this.answer = answer;
    }

    /// What came of it.
    public sealed interface Settled<T> {
        /// The step has happened just now; nothing is kept, as no key was given, or the answer holds for a while only.
        record Fresh<T>(T result) implements Settled<T> {}

        /// The step has happened just now, and its answer is kept.
        record First<T>(T result, StoredResponse answer) implements Settled<T> {}

        /// The step had happened before, with this answer.
        record Replayed<T>(StoredResponse answer) implements Settled<T> {}

        /// The key belongs to another request; nothing happened.
        record KeyReused<T>() implements Settled<T> {}
    }

    /// Tells what the same call came to before, and does nothing; empty when it never came.
    public static <T> LedgerTransaction<Optional<Settled<T>>> earlier(
            String caller, String key, String fingerprint) {
        Key<String, StoredResponse> place = place(caller, key);
        return new LedgerTransaction<>() {
            @Override
            public Set<Key<?, ?>> reads() {
                return Set.of(place);
            }

            @Override
            public Optional<Settled<T>> run(TransactionView view) {
                return view.get(place).map(kept -> settled(kept, fingerprint));
            }
        };
    }

    /// The step as it is, for calls without a key.
    public static <T> LedgerTransaction<Settled<T>> unkeyed(LedgerTransaction<T> transaction) {
        return new LedgerTransaction<>() {
            @Override
            public Set<Key<?, ?>> reads() {
                return transaction.reads();
            }

            @Override
            public Set<Key<?, ?>> more(TransactionView view) {
                return transaction.more(view);
            }

            @Override
            public Settled<T> run(TransactionView view) {
                return new Settled.Fresh<>(transaction.run(view));
            }
        };
    }

    private static Key<String, StoredResponse> place(String caller, String key) {
        return StoredResponse.RECORDS.key(caller + ":" + key);
    }

    private static <T> Settled<T> settled(StoredResponse kept, String fingerprint) {
        return kept.fingerprint().equals(fingerprint)
                ? new Settled.Replayed<>(kept)
                : new Settled.KeyReused<>();
    }

    @Override
    public Set<Key<?, ?>> reads() {
        Set<Key<?, ?>> places = new HashSet<>(transaction.reads());
        places.add(place);
        return places;
    }

    @Override
    public Set<Key<?, ?>> more(TransactionView view) {
        return view.get(place).isPresent() ? Set.of() : transaction.more(view);
    }

    @Override
    public Settled<T> run(TransactionView view) {
        Optional<StoredResponse> kept = view.get(place);
        if (kept.isPresent()) {
            return settled(kept.get(), fingerprint);
        }
        T result = transaction.run(view);
        Optional<StoredResponse> made = answer.apply(result);
        if (made.isEmpty()) {
            return new Settled.Fresh<>(result);
        }
        StoredResponse now =
                new StoredResponse(
                        fingerprint, made.get().status(), made.get().body(), made.get().location());
        view.put(place, now);
        return new Settled.First<>(result, now);
    }
}
