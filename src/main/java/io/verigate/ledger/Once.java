package io.verigate.ledger;

import io.verigate.ledger.Shelf.Key;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A step that happens once for each key of its caller: its answer is kept in the same transaction, and whoever comes
/// again with the same request gets that answer and nothing happens.
///
/// @param <T> what the step ends in
public final class Once<T> implements Step<Once.Settled<T>> {
    private final Step<T> step;
    private final Key<String, Answer> place;
    private final String fingerprint;
    private final Function<T, Optional<Answer>> answer;

    /// @param caller id of the API key
    /// @param key as the caller chose it
    /// @param fingerprint of the whole request
    /// @param answer makes of the end of the step what is kept; empty when the same request may end in something else
    ///     later; must not block
    public Once(
            Step<T> step,
            String caller,
            String key,
            String fingerprint,
            Function<T, Optional<Answer>> answer) {
        this.step = step;
        this.place = place(caller, key);
        this.fingerprint = fingerprint;
        this.answer = answer;
    }

    /// What came of it.
    public sealed interface Settled<T> {
        /// The step has happened just now; nothing is kept, as no key was given, or the answer holds for a while only.
        record Fresh<T>(T result) implements Settled<T> {}

        /// The step has happened just now, and its answer is kept.
        record First<T>(T result, Answer answer) implements Settled<T> {}

        /// The step had happened before, with this answer.
        record Again<T>(Answer answer) implements Settled<T> {}

        /// The key belongs to another request; nothing happened.
        record OtherRequest<T>() implements Settled<T> {}
    }

    /// Tells what the same call came to before, and does nothing; empty when it never came.
    public static <T> Step<Optional<Settled<T>>> earlier(
            String caller, String key, String fingerprint) {
        Key<String, Answer> place = place(caller, key);
        return new Step<>() {
            @Override
            public Set<Key<?, ?>> reads() {
                return Set.of(place);
            }

            @Override
            public Optional<Settled<T>> run(Pages pages) {
                return pages.get(place).map(kept -> settled(kept, fingerprint));
            }
        };
    }

    /// The step as it is, for calls without a key.
    public static <T> Step<Settled<T>> unkeyed(Step<T> step) {
        return new Step<>() {
            @Override
            public Set<Key<?, ?>> reads() {
                return step.reads();
            }

            @Override
            public Set<Key<?, ?>> more(Pages pages) {
                return step.more(pages);
            }

            @Override
            public Settled<T> run(Pages pages) {
                return new Settled.Fresh<>(step.run(pages));
            }
        };
    }

    private static Key<String, Answer> place(String caller, String key) {
        return Answer.SHELF.key(caller + ":" + key);
    }

    private static <T> Settled<T> settled(Answer kept, String fingerprint) {
        return kept.fingerprint().equals(fingerprint)
                ? new Settled.Again<>(kept)
                : new Settled.OtherRequest<>();
    }

    @Override
    public Set<Key<?, ?>> reads() {
        Set<Key<?, ?>> places = new HashSet<>(step.reads());
        places.add(place);
        return places;
    }

    @Override
    public Set<Key<?, ?>> more(Pages pages) {
        return pages.get(place).isPresent() ? Set.of() : step.more(pages);
    }

    @Override
    public Settled<T> run(Pages pages) {
        Optional<Answer> kept = pages.get(place);
        if (kept.isPresent()) {
            return settled(kept.get(), fingerprint);
        }
        T result = step.run(pages);
        Optional<Answer> made = answer.apply(result);
        if (made.isEmpty()) {
            return new Settled.Fresh<>(result);
        }
        Answer now =
                new Answer(
                        fingerprint, made.get().status(), made.get().body(), made.get().location());
        pages.put(place, now);
        return new Settled.First<>(result, now);
    }
}
