package health.consilium.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A WebSocket (RFC 6455) byte by byte, for pages that no library would be: it reads only when told to. */
public final class RawSocket implements AutoCloseable {
    private static final int SMALL_WINDOW = 4 * 1024;
    private static final int FINAL = 0x80;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;

    private final Socket tcp = new Socket();
    private final DataInputStream in;
    private final String answer;

    private RawSocket(int port, String origin, String upgrade) throws IOException {
        tcp.setReceiveBufferSize(SMALL_WINDOW);
        tcp.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
        tcp.connect(new InetSocketAddress("127.0.0.1", port));
        in = new DataInputStream(tcp.getInputStream());
        write(("GET /ws/v1 HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: Upgrade\r\nUpgrade: %s\r\nOrigin: %s\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                .formatted(port, upgrade, origin)
                .getBytes(StandardCharsets.US_ASCII));
        answer = head();
    }

    /** Asks for the upgrade and waits for the answer. */
    public static RawSocket knocking(int port, String origin, String upgrade) throws IOException {
        return new RawSocket(port, origin, upgrade);
    }

    /** Comes in from one of our own pages. */
    public static RawSocket open(int port) throws IOException {
        return knocking(port, health.consilium.testing.Socket.ownOrigin(port), "websocket");
    }

    /** Status line and headers. */
    public String answer() {
        return answer;
    }

    public void text(String text) throws IOException {
        send(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public void binary(byte[] bytes) throws IOException {
        send(BINARY, bytes);
    }

    /** One message of the server's, or how it closes. */
    public Message reads() throws IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            int first = in.readUnsignedByte();
            byte[] content = content();
            if ((first & 0x0f) == CLOSE) {
                return new Message("", ByteBuffer.wrap(content).getShort());
            }
            text.append(new String(content, StandardCharsets.UTF_8));
            if ((first & FINAL) != 0) {
                return new Message(text.toString(), 0);
            }
        }
    }

    private byte[] content() throws IOException {
        int length = in.readUnsignedByte() & 0x7f;
        long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        return in.readNBytes((int) size);
    }

    /** @param closes the close code, or 0 for a text */
    public record Message(String text, int closes) {}

    /** Clients mask what they send; a mask of zeros changes nothing. */
    private void send(int kind, byte[] content) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(content.length + 8).put((byte) (FINAL | kind));
        if (content.length < 126) {
            frame.put((byte) (0x80 | content.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) content.length);
        }
        frame.putInt(0).put(content).flip();
        write(java.util.Arrays.copyOf(frame.array(), frame.limit()));
    }

    private void write(byte[] bytes) throws IOException {
        tcp.getOutputStream().write(bytes);
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        tcp.close();
    }
}
