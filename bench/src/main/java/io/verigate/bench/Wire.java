package io.verigate.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One connection: a request out, its answer in.
final class Wire {
    private final SocketChannel channel;
    private final Incoming incoming = new Incoming();
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

    void send(ByteBuffer request, long due) throws IOException {
        since = due;
        while (request.hasRemaining()) {
            channel.write(request); // a request is far smaller than the buffer of a socket
        }
    }

    /// The status when the answer is whole, else zero.
    ///
    /// @param space to read into, shared by all connections
    int answer(ByteBuffer space) throws IOException {
        space.clear();
        if (channel.read(space) < 0) {
            throw new EOFException("the service closed the connection");
        }
        space.flip();
        return incoming.take(space) ? incoming.status() : 0;
    }
}
