package health.consilium.relay.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** TCP, with TLS or without: a message's header says how long it is. */
final class StreamWire implements Wire {
    private static final int PATIENCE_MS = 4_000;

    private final Socket socket;

    StreamWire(TurnUrl url) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(url.host(), url.port()), PATIENCE_MS);
            plain.setSoTimeout(PATIENCE_MS);
            socket = url.tls() ? secured(plain, url) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static SSLSocket secured(Socket plain, TurnUrl url) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, url.host(), url.port(), true);
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
