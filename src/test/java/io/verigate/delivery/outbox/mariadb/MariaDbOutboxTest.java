package io.verigate.delivery.outbox.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.database.TestDatabase;
import io.verigate.delivery.outbox.OutboxMessage.State;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.ledger.mariadb.RecordMapper.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// What a node left behind, at its start and while it lives.
final class MariaDbOutboxTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Instant OVER = NOW.minusSeconds(1);

    private final DataSource database = TestDatabase.fresh("outbox");
    private final MariaDbOutbox outbox = new MariaDbOutbox(database);

    @Test
    void whatALivingNodeLeftBehindIsInDoubt() throws SQLException {
        keep(
                message("m-left", "node-1", State.SENDING, OVER),
                message("m-held", "node-1", State.SENDING, OVER),
                message("m-young", "node-1", State.SENDING, NOW),
                message("m-other", "node-2", State.SENDING, OVER),
                message("m-sent", "node-1", State.SENT, OVER));

        assertThat(outbox.abandoned("node-1", Set.of("m-held"), NOW))
                .extracting(OutboxMessage::id)
                .containsExactly("m-left");
        assertThat(outbox.abandoned("node-1", Set.of("m-held"), NOW)).isEmpty();
        assertThat(kept("m-left").state()).isEqualTo(State.IN_DOUBT);
        assertThat(kept("m-left").outcome()).isEqualTo("the database was away");
    }

    @Test
    void atItsStartANodeHoldsNothing() throws SQLException {
        keep(
                message("m-left", "node-1", State.SENDING, OVER),
                message("m-young", "node-1", State.SENDING, NOW),
                message("m-other", "node-2", State.SENDING, OVER));

        assertThat(outbox.abandoned("node-1"))
                .extracting(OutboxMessage::id)
                .containsExactlyInAnyOrder("m-left", "m-young");
        assertThat(kept("m-young").state()).isEqualTo(State.IN_DOUBT);
    }

    /// Called by its own id, so that it can be found.
    private static OutboxMessage message(String id, String node, State state, Instant expiresAt) {
        return new OutboxMessage(
                id,
                "v-1",
                "a-1",
                state,
                1,
                expiresAt.minus(Duration.ofMinutes(10)),
                expiresAt,
                node,
                id,
                "");
    }

    private OutboxMessage kept(String id) {
        return outbox.findByReference(id).orElseThrow();
    }

    private void keep(OutboxMessage... messages) throws SQLException {
        List<Change<String, OutboxMessage>> changes =
                Stream.of(messages)
                        .map(message ->
                                new Change<String, OutboxMessage>(message.id(), null, message))
                        .toList();
        try (Connection connection = database.getConnection()) {
            new OutboxMapper().save(connection, changes);
        }
    }
}
