package health.consilium.relay.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** TCP, with TLS or without: a message's header says how long it is. */
final class StreamWire implements Wire {
    private static final int PATIENCE_MS = 4_000;

    private final Socket socket;

    StreamWire(TurnUrl url, Trust trust) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(url.host(), url.port()), PATIENCE_MS);
            plain.setSoTimeout(PATIENCE_MS);
            socket = url.tls() ? secured(plain, url, trust) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static SSLSocket secured(Socket plain, TurnUrl url, Trust trust) throws IOException {
        SSLSocket socket = (SSLSocket) trust.sockets().createSocket(plain, url.host(), url.port(), true);
        if (trust.named()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        return socket;
    }

    @Override
    public byte[] ask(byte[] message) throws IOException {
        socket.getOutputStream().write(message);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] header = in.readNBytes(Stun.HEADER);
        if (header.length < Stun.HEADER) {
            throw new IOException("the relay hung up");
        }
        int length = ByteBuffer.wrap(header).getShort(2) & 0xffff;
        return ByteBuffer.allocate(Stun.HEADER + length)
                .put(header)
                .put(in.readNBytes(length))
                .array();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
