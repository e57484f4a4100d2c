package io.verigate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.ledger.IdempotentTransaction.IdempotentResult;
import io.verigate.ledger.RecordType.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class IdempotentTransactionTest {
    private static final RecordType<String, Integer> RECORDS =
            new RecordType<>("numbers", String.class, Integer.class, true);
    private static final Key<String, Integer> PLACE = RECORDS.key("one");

    private final InMemoryLedger ledger = new InMemoryLedger();

    @Test
    void happensOnceForEachKey() {
        IdempotentResult<Integer> first = ledger.run(once("k", "request"));
        IdempotentResult<Integer> again = ledger.run(once("k", "request"));
        StoredResponse answer = new StoredResponse("request", 200, "1", "/one");
        assertThat(first).isEqualTo(new IdempotentResult.Executed<>(1));
        assertThat(again).isEqualTo(new IdempotentResult.Replayed<>(answer));
        assertThat(ledger.run(once("other", "request")))
                .isInstanceOfSatisfying(
                        IdempotentResult.Executed.class,
                        settled -> assertThat(settled.result()).isEqualTo(2));
    }

    @Test
    void refusesAKeyOfAnotherRequest() {
        ledger.run(once("k", "request"));
        assertThat(ledger.run(once("k", "other"))).isEqualTo(new IdempotentResult.KeyReused<>());
        assertThat(ledger.all(RECORDS)).containsExactly(1);
    }

    @Test
    void keepsNoResponseThatARetryShouldDecideAgain() {
        LedgerTransaction<IdempotentResult<Integer>> wait =
                new IdempotentTransaction<>(
                        new Counting(), key("me", "k"), "request", result -> Optional.empty());

        assertThat(ledger.run(wait)).isEqualTo(new IdempotentResult.Executed<>(1));
        assertThat(ledger.run(once("k", "request"))).isInstanceOf(IdempotentResult.Executed.class);
    }

    @Test
    void keysBelongToTheirCaller() {
        ledger.run(once("k", "request"));
        LedgerTransaction<IdempotentResult<Integer>> stranger =
                new IdempotentTransaction<>(
                        new Counting(),
                        key("another", "k"),
                        "other",
                        IdempotentTransactionTest::answer);
        assertThat(ledger.run(stranger)).isInstanceOf(IdempotentResult.Executed.class);
    }

    @Test
    void keepsNothingOfATransactionThatFails() {
        LedgerTransaction<Integer> failing =
                new LedgerTransaction<>() {
                    @Override
                    public Set<Key<?, ?>> reads() {
                        return Set.of(PLACE);
                    }

                    @Override
                    public Integer run(TransactionView view) {
                        throw new IllegalStateException("no");
                    }
                };
        assertThatThrownBy(() ->
                        ledger.run(
                                new IdempotentTransaction<>(
                                        failing,
                                        key("me", "k"),
                                        "request",
                                        IdempotentTransactionTest::answer)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.run(once("k", "request"))).isInstanceOf(IdempotentResult.Executed.class);
    }

    @Test
    void worksAfterTheCommitOnceAndClosesEveryTime() {
        Watched watched = new Watched(new ArrayList<>());
        for (int call = 0; call < 2; call++) {
            ledger.run(
                    new IdempotentTransaction<>(
                            watched, key("me", "k"), "request", IdempotentTransactionTest::answer));
        }
        assertThat(watched.calls()).containsExactly("committed 1", "closed", "closed");
    }

    private static Key<String, StoredResponse> key(String caller, String key) {
        return StoredResponse.key(caller, key);
    }

    private static IdempotentTransaction<Integer> once(String key, String fingerprint) {
        return new IdempotentTransaction<>(
                new Counting(), key("me", key), fingerprint, IdempotentTransactionTest::answer);
    }

    private static Optional<StoredResponse> answer(Integer number) {
        return Optional.of(new StoredResponse("request", 200, number.toString(), "/one"));
    }

    private record Counting() implements LedgerTransaction<Integer> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(PLACE);
        }

        @Override
        public Integer run(TransactionView view) {
            int next = view.get(PLACE).orElse(0) + 1;
            view.put(PLACE, next);
            return next;
        }
    }

    private record Watched(List<String> calls) implements LedgerTransaction<Integer> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(PLACE);
        }

        @Override
        public Integer run(TransactionView view) {
            return new Counting().run(view);
        }

        @Override
        public void committed(Integer result) {
            calls.add("committed " + result);
        }

        @Override
        public void close() {
            calls.add("closed");
        }
    }
}
