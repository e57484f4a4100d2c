package io.verigate.delivery.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A mail server with scripted responses that records the commands.
final class ScriptedSmtp implements AutoCloseable {
    /// Disconnects instead of responding.
    static final String DROP = "drop";

    /// Does not respond.
    static final String SILENCE = "silence";

    /// The step before the first command.
    static final String GREETING = "GREETING";

    /// The step after the line with a single dot.
    static final String END_OF_DATA = "END";

    private final Thread listener;
    private final ServerSocket socket = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private final @Nullable SSLContext tls;
    private final boolean implicit;

    ScriptedSmtp() throws IOException {
        this(null, false);
    }

    /// @param implicit TLS from the first byte, not after STARTTLS
    ScriptedSmtp(@Nullable SSLContext tls, boolean implicit) throws IOException {
        this.tls = tls;
        this.implicit = implicit;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Sets the response to one step.
    ScriptedSmtp on(String step, String answer) {
        answers.put(step, answer);
        return this;
    }

    /// All commands that it received.
    List<String> heard() {
        return heard;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket peer = socket.accept();
                Thread.ofVirtual().start(() -> talk(peer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket peer) {
        try (peer) {
            heard.add("CONNECT");
            Socket wire = implicit ? secured(peer) : peer;
            if (answer(writer(wire), GREETING, "220 ready")) {
                commands(wire);
            }
        } catch (IOException gone) {
            heard.add("GONE");
        }
    }

    private void commands(Socket wire) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(wire.getInputStream(), StandardCharsets.UTF_8));
        PrintStream out = writer(wire);
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String step = data ? "" : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            if (data && line.equals(".")) {
                step = END_OF_DATA;
                data = false;
            }
            if (!step.isEmpty() && !answer(out, step, usual(step))) {
                return;
            }
            if (step.equals("STARTTLS")) {
                commands(secured(wire));
                return;
            }
            data = data || step.equals("DATA");
        }
    }

    private static String usual(String step) {
        return switch (step) {
            case "DATA" -> "354 go on";
            case "STARTTLS" -> "220 go on";
            default -> "250 fine";
        };
    }

    private Socket secured(Socket wire) throws IOException {
        SSLSocket secured =
                (SSLSocket)
                        Objects.requireNonNull(tls)
                                .getSocketFactory()
                                .createSocket(wire, "localhost", wire.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        heard.add("TLS");
        return secured;
    }

    private static PrintStream writer(Socket wire) throws IOException {
        return new PrintStream(wire.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    private boolean answer(PrintStream out, String step, String usual) {
        String answer = answers.getOrDefault(step, usual);
        if (answer.equals(DROP)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            out.print(answer + "\r\n");
            out.flush();
        }
        return true;
    }

    /// Closes the listener; one more client may connect until then.
    @Override
    public void close() {
        try {
            socket.close();
            listener.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
