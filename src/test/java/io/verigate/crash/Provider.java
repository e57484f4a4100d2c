package io.verigate.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A provider of messages on the other side of the webhook. It answers the first messages, then keeps some without an
/// answer until it is told to go on, so that a crash meets messages at every point of their way.
final class Provider implements AutoCloseable {
    private static final int ANSWERED_AT_ONCE = 60;

    private final HttpServer server;
    private final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    private final CountDownLatch goOn = new CountDownLatch(1);

    Provider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /// Ids of all messages that arrived, one for each time.
    List<String> taken() {
        return List.copyOf(taken);
    }

    void goOn() {
        goOn.countDown();
    }

    private void take(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        taken.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        if (taken.size() > ANSWERED_AT_ONCE) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }
}
