package io.verigate.access;

final class InMemoryApiKeysTest extends ApiKeysContract {
    @Override
    protected ApiKeys empty() {
        return new InMemoryApiKeys();
    }
}
