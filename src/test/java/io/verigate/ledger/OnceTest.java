package io.verigate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verigate.ledger.Once.Settled;
import io.verigate.ledger.Shelf.Key;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OnceTest {
    private static final Shelf<String, Integer> SHELF =
            new Shelf<>("numbers", String.class, Integer.class, true);
    private static final Key<String, Integer> PLACE = SHELF.key("one");

    private final MemoryLedger ledger = new MemoryLedger();

    @Test
    void happensOnceForEachKey() {
        Settled<Integer> first = ledger.run(once("k", "request"));
        Settled<Integer> again = ledger.run(once("k", "request"));
        Answer answer = new Answer("request", 200, "1", "/one");
        assertThat(first).isEqualTo(new Settled.First<>(1, answer));
        assertThat(again).isEqualTo(new Settled.Again<>(answer));
        assertThat(ledger.run(once("other", "request")))
                .isInstanceOfSatisfying(
                        Settled.First.class, settled -> assertThat(settled.result()).isEqualTo(2));
    }

    @Test
    void tellsAnotherRequestApart() {
        ledger.run(once("k", "request"));
        assertThat(ledger.run(once("k", "other"))).isEqualTo(new Settled.OtherRequest<>());
        assertThat(ledger.all(SHELF)).containsExactly(1);
    }

    @Test
    void keepsNoAnswerThatHoldsForAWhileOnly() {
        Step<Settled<Integer>> wait =
                new Once<>(new Counting(), "me", "k", "request", result -> Optional.empty());

        assertThat(ledger.run(wait)).isEqualTo(new Settled.Fresh<>(1));
        assertThat(ledger.run(once("k", "request"))).isInstanceOf(Settled.First.class);
    }

    @Test
    void keysBelongToTheirCaller() {
        ledger.run(once("k", "request"));
        Step<Settled<Integer>> stranger =
                new Once<>(new Counting(), "another", "k", "other", OnceTest::answer);
        assertThat(ledger.run(stranger)).isInstanceOf(Settled.First.class);
    }

    @Test
    void keepsNothingOfAStepThatFails() {
        Step<Integer> failing =
                new Step<>() {
                    @Override
                    public Set<Key<?, ?>> reads() {
                        return Set.of(PLACE);
                    }

                    @Override
                    public Integer run(Pages pages) {
                        throw new IllegalStateException("no");
                    }
                };
        assertThatThrownBy(() ->
                        ledger.run(new Once<>(failing, "me", "k", "request", OnceTest::answer)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.run(once("k", "request"))).isInstanceOf(Settled.First.class);
    }

    @Test
    void withoutAKeyNothingIsKept() {
        assertThat(ledger.run(Once.unkeyed(new Counting()))).isEqualTo(new Settled.Fresh<>(1));
        assertThat(ledger.run(Once.unkeyed(new Counting()))).isEqualTo(new Settled.Fresh<>(2));
        assertThat(ledger.all(Answer.SHELF)).isEmpty();
    }

    private static Once<Integer> once(String key, String fingerprint) {
        return new Once<>(new Counting(), "me", key, fingerprint, OnceTest::answer);
    }

    private static Optional<Answer> answer(Integer number) {
        return Optional.of(new Answer("", 200, number.toString(), "/one"));
    }

    private record Counting() implements Step<Integer> {
        @Override
        public Set<Key<?, ?>> reads() {
            return Set.of(PLACE);
        }

        @Override
        public Integer run(Pages pages) {
            int next = pages.get(PLACE).orElse(0) + 1;
            pages.put(PLACE, next);
            return next;
        }
    }
}
