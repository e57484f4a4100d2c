package io.verigate.delivery.outbox.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.verigate.database.TestDatabase;
import io.verigate.delivery.outbox.Outbox;
import io.verigate.delivery.outbox.OutboxContract;
import io.verigate.delivery.outbox.OutboxMessage;
import io.verigate.delivery.outbox.OutboxMessage.State;
import io.verigate.ledger.mariadb.RecordMapper.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class MariaDbOutboxTest extends OutboxContract {
    private final DataSource database = TestDatabase.fresh("outbox");
    private final Outbox outbox = new MariaDbOutbox(database);

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected void keep(OutboxMessage... messages) throws SQLException {
        List<Change<String, OutboxMessage>> changes =
                Stream.of(messages)
                        .map(message ->
                                new Change<String, OutboxMessage>(message.id(), null, message))
                        .toList();
        try (Connection connection = database.getConnection()) {
            new OutboxMapper().save(connection, changes);
        }
    }

    @Test
    void saysWhyAMessageIsInDoubt() throws SQLException {
        keep(message("m-left", "node-1", State.SENDING, OVER));

        outbox.abandoned("node-1", Set.of(), NOW);

        assertThat(kept("m-left").outcome()).isEqualTo("the database was away");
    }
}
