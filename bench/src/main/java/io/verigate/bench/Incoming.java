package io.verigate.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads messages of HTTP/1.1, one after the other, as far as the service writes them: a first line, headers with a
/// `Content-Length` or none, and a body, which is counted and thrown away. Makes no objects.
final class Incoming {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    // `HTTP/1.1 200 OK`: where the status stands.
    private static final int STATUS_FROM = 9;
    private static final int STATUS_TO = 12;

    private boolean body;
    private boolean firstLine = true;
    private int column;
    private int matched;
    private int length;
    private int status;

    /// Reads on, to the end of one message at most.
    ///
    /// @return whether the message is whole
    boolean take(ByteBuffer bytes) {
        while (!body && bytes.hasRemaining()) {
            if (head(bytes.get())) {
                body = true;
            }
        }
        if (!body) {
            return false;
        }
        int part = Math.min(length, bytes.remaining());
        bytes.position(bytes.position() + part);
        length -= part;
        if (length > 0) {
            return false;
        }
        body = false;
        firstLine = true;
        return true;
    }

    /// Of the last answer that was whole.
    int status() {
        return status;
    }

    /// Whether the head ends with this byte.
    private boolean head(byte next) {
        if (next == '\n') {
            boolean end = column == 0;
            firstLine = false;
            column = 0;
            matched = 0;
            return end;
        }
        if (next == '\r') {
            return false;
        }
        if (firstLine) {
            first(next);
        } else if (matched == LENGTH.length) {
            length = next >= '0' && next <= '9' ? length * 10 + next - '0' : length;
        } else if (matched == column && (next | 0x20) == (LENGTH[matched] | 0x20)) {
            matched++;
        }
        column++;
        return false;
    }

    private void first(byte next) {
        if (column == 0) {
            status = 0;
        }
        if (column >= STATUS_FROM && column < STATUS_TO) {
            status = status * 10 + next - '0';
        }
    }
}
