package io.verigate.access.mariadb;

import io.micronaut.context.ApplicationContext;
import io.verigate.access.ApiKeys;
import io.verigate.access.ApiKeysContract;
import io.verigate.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;

final class ApiKeyRepositoryTest extends ApiKeysContract {
    private final ApplicationContext stores = TestDatabase.stores("api_keys");

    @AfterEach
    void close() {
        stores.close();
    }

    @Override
    protected ApiKeys empty() {
        return stores.getBean(ApiKeys.class);
    }
}
