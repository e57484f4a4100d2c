package io.verigate.delivery.outbox;

import io.verigate.delivery.DeliveryBench;
import io.verigate.delivery.outbox.OutboxMessage.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// An outbox on the ledger of a bench. Thread-safe.
class InMemoryOutbox implements Outbox {
    private final DeliveryBench bench;

    InMemoryOutbox(DeliveryBench bench) {
        this.bench = bench;
    }

    @Override
    public List<OutboxMessage> take(int most, Instant now, String node) {
        return in(State.PENDING)
                .filter(message -> !message.dueAt().isAfter(now))
                .limit(most)
                .map(message -> bench.put(message.taken(node)))
                .toList();
    }

    @Override
    public List<OutboxMessage> abandoned(String node) {
        return abandoned(node, message -> true);
    }

    @Override
    public List<OutboxMessage> abandoned(String node, Set<String> held, Instant expired) {
        return abandoned(
                node,
                message -> !held.contains(message.id()) && message.expiresAt().isBefore(expired));
    }

    private List<OutboxMessage> abandoned(String node, Predicate<OutboxMessage> which) {
        return in(State.SENDING)
                .filter(message -> message.node().equals(node))
                .filter(which)
                .map(message ->
                        bench.put(message.in(State.IN_DOUBT, message.reference(), "abandoned")))
                .toList();
    }

    @Override
    public Optional<Instant> nextDue() {
        return in(State.PENDING).map(OutboxMessage::dueAt).min(Comparator.naturalOrder());
    }

    @Override
    public Backlog backlog(Instant now) {
        List<Instant> due =
                in(State.PENDING)
                        .map(OutboxMessage::dueAt)
                        .filter(at -> !at.isAfter(now))
                        .sorted()
                        .toList();
        return new Backlog(due.size(), due.stream().findFirst());
    }

    @Override
    public Optional<OutboxMessage> findByReference(String reference) {
        return bench.memory
                .all(OutboxMessage.RECORDS)
                .filter(message -> message.reference().equals(reference))
                .findFirst();
    }

    private Stream<OutboxMessage> in(State state) {
        return bench.memory.all(OutboxMessage.RECORDS).filter(message -> message.state() == state);
    }
}
