package io.verigate.delivery.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/// Opens connections with a timeout and, with TLS, with verification of the host name.
///
/// @param trust decides which certificates are trusted
record SmppSockets(boolean tls, Duration timeout, SSLSocketFactory trust)
        implements ConnectionFactory {
    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Socket plain = new Socket();
        try {
            int millis = Math.toIntExact(timeout.toMillis());
            plain.connect(new InetSocketAddress(host, port), millis);
            plain.setTcpNoDelay(true);
            return new SocketConnection(tls ? secured(plain, host, port, millis) : plain);
        } catch (IOException failure) {
            plain.close();
            throw failure;
        }
    }

    private Socket secured(Socket plain, String host, int port, int millis) throws IOException {
        SSLSocket secured = (SSLSocket) trust.createSocket(plain, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // host names as in RFC 2818, 3.1
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(millis);
        secured.startHandshake();
        return secured;
    }
}
