package io.verigate.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import io.verigate.access.ApiKeyAuthenticator;
import io.verigate.access.ApiKeyGenerator;
import io.verigate.access.ApiKeys;
import io.verigate.access.Role;
import io.verigate.crypto.KeyRing;
import io.verigate.database.TestDatabase;
import io.verigate.rules.compile.CompilationCache;
import io.verigate.sandbox.SandboxClock;
import io.verigate.sandbox.SandboxInbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The whole service on a schema of its own with the sandbox on, called by a real client over loopback.
public final class TestService implements AutoCloseable {
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private static final int MAX_CODES = 100_000;

    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    private TestService(EmbeddedServer server) {
        Overheard.log();
        this.server = server;
    }

    /// Starts one for a test that needs several, or one that ends.
    ///
    /// @param schema name of the schema
    /// @param more configuration over that of the test
    public TestService(String schema, Map<String, Object> more) {
        this(start(schema, more));
    }

    /// The same on a clock that stands still until it is moved.
    ///
    /// @param schema name of the schema
    /// @param clock in the place of the service's own
    public static TestService on(String schema, SandboxClock clock) {
        return with(schema, SandboxClock.class, clock);
    }

    /// The same with a part of the test.
    ///
    /// @param schema name of the schema
    /// @param part in the place of the service's own of this type
    public static <T> TestService with(String schema, Class<T> type, T part) {
        return new TestService(start(schema, Map.of(), replacing(type, part)));
    }

    /// Configures the whole service on a schema of its own with the sandbox on, and a folder for its keys.
    ///
    /// @param more configuration over that
    private static void configure(
            ApplicationContextBuilder builder,
            String schema,
            Map<String, Object> more,
            RuntimeBeanDefinition<?>... parts) {
        Map<String, Object> configuration = new HashMap<>(TestDatabase.properties(schema));
        configuration.put("micronaut.server.port", -1);
        configuration.put("verigate.sandbox.enabled", true);
        configuration.put("verigate.sandbox.beside-real-things", true);
        Path file = Path.of("target", "test-keys", schema + ".keys");
        KeyRing.read(file, true);
        configuration.put("verigate.keys.file", file.toString());
        configuration.putAll(more);
        builder.environments("test")
                .properties(configuration)
                .beanDefinitions(replacing(CompilationCache.class, RememberedInTests.SHARED))
                .beanDefinitions(parts);
    }

    private static EmbeddedServer start(
            String schema, Map<String, Object> more, RuntimeBeanDefinition<?>... parts) {
        ApplicationContextBuilder builder = ApplicationContext.builder();
        configure(builder, schema, more, parts);
        return builder.run(EmbeddedServer.class);
    }

    private static <T> RuntimeBeanDefinition<T> replacing(Class<T> type, T part) {
        return RuntimeBeanDefinition.builder(type, () -> part)
                .replaces(type)
                .singleton(true)
                .build();
    }

    /// An answer.
    public record Answer(int status, String body, HttpResponse<String> whole) {}

    /// Calls as an admin.
    public Answer call(String method, String path, String body) {
        return call(Role.ADMIN, method, path, body, Map.of());
    }

    /// Calls in a role.
    public Answer call(
            Role role, String method, String path, String body, Map<String, String> headers) {
        return call(secret(role), method, path, body, headers);
    }

    /// Calls with a key.
    public Answer call(
            String secret, String method, String path, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + secret);
        return plain(method, path, body, all);
    }

    /// The key of a role.
    public String secret(Role role) {
        return secret(role, role.wireName());
    }

    /// The key of a person in a role.
    public String secret(Role role, String name) {
        return keys.computeIfAbsent(role.wireName() + ' ' + name, both -> key(role, name));
    }

    /// Calls without a key.
    public Answer plain(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.getURL() + path))
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            Secrets.told(body);
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Overheard.answer(path, response);
            Described.answer(method, path, response);
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new IllegalStateException("the service did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted", e);
        }
    }

    /// Where it is.
    public String url() {
        return server.getURL().toString();
    }

    /// One part of the service.
    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    private String key(Role role, String name) {
        ApiKeyGenerator.NewApiKey made = new ApiKeyGenerator().make(name, role, CREATED, null);
        bean(ApiKeys.class).add(made.key(), made.sha256());
        bean(ApiKeyAuthenticator.class).forget();
        return made.secret();
    }

    /// Notes its codes and its metrics, before they are gone.
    void note() {
        noteCodes();
        plain("GET", "/prometheus", "", Map.of());
    }

    /// Notes the codes that were made, before they are thrown away.
    public void noteCodes() {
        server.getApplicationContext()
                .findBean(SandboxInbox.class)
                .ifPresent(inbox -> Secrets.made(inbox.newest(null, MAX_CODES)));
    }

    @Override
    public void close() {
        note();
        client.close();
        server.close();
    }
}
