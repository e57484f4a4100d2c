package io.verigate.delivery.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.verigate.delivery.Messages;
import io.verigate.delivery.SendResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A sender and a web server of the JDK that it posts to.
final class WebhookBench implements AutoCloseable {
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final CountDownLatch finished = new CountDownLatch(1);
    final AtomicInteger requests = new AtomicInteger();
    HttpServer server;
    WebhookSender sender;
    volatile int status = 202;
    volatile String answer = "{\"id\":\"SM-1\"}";
    volatile String retryAfter = "";
    volatile boolean silent;
    volatile Headers headers;
    volatile byte[] body;

    WebhookBench() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/messages", this::take);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
        sender = sender(server.getAddress().getPort());
    }

    SendResult send() {
        return sender.send(Messages.sms("m-1", "text"));
    }

    private void take(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        headers = exchange.getRequestHeaders();
        body = exchange.getRequestBody().readAllBytes();
        if (silent) {
            try {
                finished.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.getResponseHeaders().set("Location", "/messages");
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        finished.countDown();
        sender.close();
        server.stop(0);
    }

    static WebhookSender sender(int port) {
        URI url = URI.create("http://localhost:%d/messages".formatted(port));
        return new WebhookSender(settings(url, false, SECRET), InstantSource.fixed(Messages.NOW));
    }

    static WebhookSettings settings(URI url, boolean plain, String secret) {
        return new WebhookSettings(
                url,
                plain,
                URI.create("https://login.example.com"),
                secret,
                Duration.ofSeconds(2),
                Duration.ofMillis(600));
    }
}
