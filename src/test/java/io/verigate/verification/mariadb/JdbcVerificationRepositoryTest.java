package io.verigate.verification.mariadb;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.verigate.crypto.KeyRing;
import io.verigate.crypto.Sealer;
import io.verigate.database.TestDatabase;
import io.verigate.ledger.mariadb.RecordMapper.Change;
import io.verigate.verification.AccountVerifications;
import io.verigate.verification.VerificationHistory;
import io.verigate.verification.VerificationRepository;
import io.verigate.verification.VerificationRepositoryContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

final class JdbcVerificationRepositoryTest extends VerificationRepositoryContract {
    private static final Sealer SEALER =
            KeyRing.read(Path.of("target", "test-keys", "verifications.keys"), true).sealer();

    private final ApplicationContext stores = TestDatabase.stores("verifications");

    JdbcVerificationRepositoryTest() {
        stores.registerBeanDefinition(
                RuntimeBeanDefinition.builder(Sealer.class, () -> SEALER).build());
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Override
    protected VerificationRepository book() {
        return stores.getBean(VerificationRepository.class);
    }

    @Override
    protected VerificationHistory trail() {
        return stores.getBean(VerificationHistory.class);
    }

    @Override
    protected void keep(String account, AccountVerifications verifications) throws SQLException {
        try (Connection connection = stores.getBean(DataSource.class).getConnection()) {
            new VerificationMapper(SEALER, InstantSource.system())
                    .save(connection, List.of(new Change<>(account, null, verifications)));
        }
    }
}
