package io.verigate.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// A provider that takes every message and does nothing with it, on a thread of its own.
final class Sink implements AutoCloseable {
    private static final byte[] TAKEN =
            "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"id\":\"SM-1\"}"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final Selector selector = Selector.open();
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(TAKEN.length).put(TAKEN);
    private final AtomicLong taken = new AtomicLong();
    private final Thread thread;

    Sink() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        thread = Thread.ofPlatform().daemon().name("sink").start(this::serve);
    }

    private URI address() {
        return URI.create("http://localhost:" + server.socket().getLocalPort() + "/messages");
    }

    /// What a service is told that sends its messages here.
    Map<String, String> settings() {
        return Map.of(
                "VERIGATE_WEBHOOK_URL", address().toString(),
                "VERIGATE_WEBHOOK_SECRET", "a secret of the bench with 32 bytes and more",
                "VERIGATE_DELIVERY_SMS", "webhook");
    }

    /// How many messages came so far.
    long taken() {
        return taken.get();
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::ready);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the sink broke", e);
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                SocketChannel channel = server.accept();
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new Incoming());
            } else {
                read((SocketChannel) key.channel(), (Incoming) key.attachment());
            }
        } catch (IOException e) {
            key.cancel(); // the service hung up
        }
    }

    private void read(SocketChannel channel, Incoming incoming) throws IOException {
        in.clear();
        if (channel.read(in) < 0) {
            channel.close();
            return;
        }
        in.flip();
        while (in.hasRemaining()) {
            if (incoming.take(in)) {
                taken.incrementAndGet();
                answer.rewind();
                channel.write(answer);
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        selector.close();
        thread.join();
    }
}
