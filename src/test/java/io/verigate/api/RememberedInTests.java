package io.verigate.api;

import io.verigate.rules.compile.CompilationCache;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Compiled rule sets, kept while the JVM runs, so that the services of a test run compile the same rules once.
final class RememberedInTests implements CompilationCache {
    static final CompilationCache SHARED = new RememberedInTests();

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    private RememberedInTests() {}

    @Override
    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(kept.get(name)).map(byte[]::clone);
    }

    @Override
    public void keep(String name, byte[] content) {
        kept.put(name, content.clone());
    }
}
