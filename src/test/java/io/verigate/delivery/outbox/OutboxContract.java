package io.verigate.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.delivery.outbox.Outbox.Backlog;
import io.verigate.delivery.outbox.OutboxMessage.State;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract of an outbox.
public abstract class OutboxContract {
    protected static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    protected static final Instant OVER = NOW.minusSeconds(1);
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    /// The outbox of the test, empty at first.
    protected abstract Outbox outbox();

    /// Writes messages.
    protected abstract void keep(OutboxMessage... messages) throws SQLException;

    @Test
    void aDueMessageIsTakenOnce() throws SQLException {
        keep(
                message("m-due", "", State.PENDING, NOW.plus(LIFETIME)),
                message("m-later", "", State.PENDING, NOW.plus(LIFETIME).plusMillis(1)),
                message("m-sent", "node-1", State.SENT, OVER));

        List<OutboxMessage> taken = outbox().take(10, NOW, "node-1");

        assertThat(taken).extracting(OutboxMessage::id).containsExactly("m-due");
        assertThat(taken.getFirst().state()).isEqualTo(State.SENDING);
        assertThat(taken.getFirst().attempts()).isEqualTo(2);
        assertThat(kept("m-due")).isEqualTo(taken.getFirst());
        assertThat(outbox().take(10, NOW, "node-2")).isEmpty();
    }

    @Test
    void takesNoMoreThanItIsAsked() throws SQLException {
        keep(
                message("m-1", "", State.PENDING, OVER),
                message("m-2", "", State.PENDING, OVER),
                message("m-3", "", State.PENDING, OVER));

        assertThat(outbox().take(2, NOW, "node-1")).hasSize(2);
        assertThat(outbox().take(2, NOW, "node-1")).hasSize(1);
    }

    @Test
    void knowsWhatWaitsAndWhatIsDueNext() throws SQLException {
        assertThat(outbox().nextDue()).isEmpty();
        assertThat(outbox().backlog(NOW)).isEqualTo(new Backlog(0, Optional.empty()));
        keep(
                message("m-1", "", State.PENDING, NOW),
                message("m-2", "", State.PENDING, OVER),
                message("m-3", "", State.PENDING, NOW.plus(LIFETIME).plusSeconds(1)));

        Instant oldest = OVER.minus(LIFETIME);
        assertThat(outbox().nextDue()).contains(oldest);
        assertThat(outbox().backlog(NOW)).isEqualTo(new Backlog(2, Optional.of(oldest)));
    }

    @Test
    void whatALivingNodeLeftBehindIsInDoubt() throws SQLException {
        keep(
                message("m-left", "node-1", State.SENDING, OVER),
                message("m-held", "node-1", State.SENDING, OVER),
                message("m-young", "node-1", State.SENDING, NOW),
                message("m-other", "node-2", State.SENDING, OVER),
                message("m-sent", "node-1", State.SENT, OVER));

        assertThat(outbox().abandoned("node-1", Set.of("m-held"), NOW))
                .extracting(OutboxMessage::id)
                .containsExactly("m-left");
        assertThat(outbox().abandoned("node-1", Set.of("m-held"), NOW)).isEmpty();
        assertThat(kept("m-left").state()).isEqualTo(State.IN_DOUBT);
    }

    @Test
    void atItsStartANodeHoldsNothing() throws SQLException {
        keep(
                message("m-left", "node-1", State.SENDING, OVER),
                message("m-young", "node-1", State.SENDING, NOW),
                message("m-other", "node-2", State.SENDING, OVER));

        assertThat(outbox().abandoned("node-1"))
                .extracting(OutboxMessage::id)
                .containsExactlyInAnyOrder("m-left", "m-young");
        assertThat(kept("m-young").state()).isEqualTo(State.IN_DOUBT);
    }

    /// A message that is due ten minutes before it expires; its reference is its own id.
    protected static OutboxMessage message(String id, String node, State state, Instant expiresAt) {
        return new OutboxMessage(
                id, "v-1", "a-1", state, 1, expiresAt.minus(LIFETIME), expiresAt, node, id, "");
    }

    protected OutboxMessage kept(String id) {
        return outbox().findByReference(id).orElseThrow();
    }
}
