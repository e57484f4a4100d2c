package io.verigate.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One connection: a request out, its answer in. Understands as much of HTTP/1.1 as the service answers with.
final class Wire {
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final String LENGTH = "\r\ncontent-length:";

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(LONGEST_ANSWER);
    private long since;

    private Wire(SocketChannel channel) {
        this.channel = channel;
    }

    static Wire open(InetSocketAddress service, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(service);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Wire wire = new Wire(channel);
        channel.register(selector, SelectionKey.OP_READ, wire);
        return wire;
    }

    /// When the request was due.
    long since() {
        return since;
    }

    void send(byte[] request, long due) throws IOException {
        since = due;
        in.clear();
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out); // a request is far smaller than the buffer of a socket
        }
    }

    /// The status when the answer is whole, else zero.
    int answer() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the service closed the connection");
        }
        String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n");
        if (body < 0) {
            return 0;
        }
        int status = Integer.parseInt(text.substring(9, 12));
        int length = text.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (length < 0 || length > body) {
            return status;
        }
        int lineEnd = text.indexOf('\r', length + LENGTH.length());
        int bytes = Integer.parseInt(text.substring(length + LENGTH.length(), lineEnd).strip());
        return in.position() >= body + 4 + bytes ? status : 0;
    }
}
