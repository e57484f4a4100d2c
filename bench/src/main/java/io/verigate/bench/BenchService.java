package io.verigate.bench;

import io.micronaut.context.ApplicationContext;
import io.verigate.access.ApiKeyGenerator;
import io.verigate.access.ApiKeys;
import io.verigate.access.Role;
import io.verigate.crash.ServiceProcess;
import io.verigate.crypto.KeyRing;
import io.verigate.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// The service as a process of its own, on a schema of the test database, with calm policies and a key for everything.
final class BenchService implements AutoCloseable {
    /// As an operator would have it: what a bench writes in minutes has room in memory and between
    // two checkpoints.
    static {
        if (System.getProperty(TestDatabase.OPTIONS) == null) {
            System.setProperty(TestDatabase.OPTIONS, serverWith("2G"));
        }
    }

    private final String schema;
    private final ServiceProcess process;
    private final Map<String, String> environment;
    private final String key;

    private BenchService(String schema, Map<String, String> environment, String key)
            throws IOException {
        this.schema = schema;
        this.environment = environment;
        this.key = key;
        this.process = ServiceProcess.start(environment, List.of());
        System.out.println("a service runs at " + process.address());
    }

    /// Starts one on an empty schema.
    ///
    /// @param more of its environment
    static BenchService start(String schema, Map<String, String> more) throws IOException {
        Map<String, String> environment = environment(schema);
        environment.putAll(more);
        return new BenchService(schema, environment, makeKey(schema));
    }

    /// Options of a server with so much memory for pages.
    static String serverWith(String pool) {
        return "--innodb-buffer-pool-size=" + pool + " --innodb-log-file-size=2G";
    }

    /// What a service is told that works on an empty schema; paths are absolute.
    static Map<String, String> environment(String schema) throws IOException {
        Map<String, String> environment = new HashMap<>();
        TestDatabase.properties(schema)
                .forEach((name, value) -> environment.put(ServiceProcess.variable(name), value));
        Path secrets = Path.of("target", "test-keys", schema + ".keys").toAbsolutePath();
        KeyRing.read(secrets, true);
        environment.put("MICRONAUT_SERVER_PORT", "-1");
        environment.put("VERIGATE_KEYS_FILE", secrets.toString());
        environment.put("VERIGATE_SANDBOX_ENABLED", "false");
        environment.put(
                "VERIGATE_RULES_POLICIES", CalmPolicies.folder().toAbsolutePath().toString());
        return environment;
    }

    /// A key that opens everything on a schema.
    static String makeKey(String schema) {
        ApiKeyGenerator.NewApiKey made =
                new ApiKeyGenerator().make("load", Role.ADMIN, Instant.now(), null);
        try (ApplicationContext stores = TestDatabase.sameStores(schema)) {
            stores.getBean(ApiKeys.class).add(made.key(), made.sha256());
        }
        return made.secret();
    }

    /// Another node on the same schema.
    BenchService another(String node) throws IOException {
        Map<String, String> same = new HashMap<>(environment);
        same.put("VERIGATE_DELIVERY_NODE", node);
        return new BenchService(schema, same, key);
    }

    InetSocketAddress address() {
        URI url = process.address();
        return new InetSocketAddress(url.getHost(), url.getPort());
    }

    URI url() {
        return process.address();
    }

    /// What it has allocated since its start, in bytes, as of its last garbage collection.
    double allocated() throws IOException {
        URLConnection call = url().resolve("/prometheus").toURL().openConnection();
        call.setRequestProperty("Authorization", "Bearer " + key);
        try (InputStream metrics = call.getInputStream()) {
            return new String(metrics.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("jvm_gc_memory_allocated_bytes_total"))
                    .mapToDouble(
                            line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    /// Opens everything.
    String key() {
        return key;
    }

    /// Its rows.
    DataSource rows() {
        return TestDatabase.same(schema);
    }

    Requests requests() {
        return new Requests(key, 1);
    }

    @Override
    public void close() throws InterruptedException {
        process.stop();
    }
}
