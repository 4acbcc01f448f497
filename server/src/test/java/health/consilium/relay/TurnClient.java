package health.consilium.relay;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** As much of a TURN client (RFC 8656) as asking for permissions takes. */
final class TurnClient implements AutoCloseable {
    private static final int MAGIC = 0x2112A442;
    private static final int ALLOCATE = 0x003;
    private static final int CREATE_PERMISSION = 0x008;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int ERROR_CODE = 0x0009;
    private static final int XOR_PEER_ADDRESS = 0x0012;
    private static final int REALM = 0x0014;
    private static final int NONCE = 0x0015;
    private static final int REQUESTED_TRANSPORT = 0x0019;

    private final DatagramSocket socket = new DatagramSocket();
    private final String username;
    private final String password;
    private final byte[] id = new byte[12];
    private byte[] realm = {};
    private byte[] nonce = {};

    TurnClient(int port, String username, String password) throws IOException {
        this.username = username;
        this.password = password;
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(2_000);
    }

    /** Allocates; 0 when granted, else the error's number. The first answer brings realm and nonce. */
    int allocate() throws IOException {
        exchange(ALLOCATE, transport(), false);
        return exchange(ALLOCATE, transport(), true);
    }

    /** Asks to send to that address; 0 when granted, else the error's number. */
    int permit(String peer) throws IOException {
        byte[] address = InetAddress.getByName(peer).getAddress();
        byte[] literal = peer.startsWith("::ffff:") ? mapped(address) : address;
        return exchange(CREATE_PERMISSION, attribute(XOR_PEER_ADDRESS, literal), true);
    }

    /** Java turns ::ffff:a.b.c.d into a.b.c.d; on the wire it must stay what it is. */
    private static byte[] mapped(byte[] v4) {
        return ByteBuffer.allocate(16)
                .put(new byte[10])
                .put((byte) 0xff)
                .put((byte) 0xff)
                .put(v4)
                .array();
    }

    private static byte[] transport() {
        return ByteBuffer.allocate(8)
                .putShort((short) REQUESTED_TRANSPORT)
                .putShort((short) 4)
                .put((byte) 17)
                .array();
    }

    private static byte[] plain(int type, byte[] value) {
        int padded = (value.length + 3) / 4 * 4;
        return ByteBuffer.allocate(4 + padded)
                .putShort((short) type)
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    private byte[] attribute(int type, byte[] address) {
        new SecureRandom().nextBytes(id);
        ByteBuffer value = ByteBuffer.allocate(4 + address.length);
        value.put((byte) 0).put((byte) (address.length == 4 ? 1 : 2)).putShort((short) (9 ^ (MAGIC >>> 16)));
        byte[] mask = ByteBuffer.allocate(16).putInt(MAGIC).put(id).array();
        for (int i = 0; i < address.length; i++) {
            value.put((byte) (address[i] ^ mask[i]));
        }
        return plain(type, value.array());
    }

    private int exchange(int method, byte[] attributes, boolean signed) throws IOException {
        ByteBuffer body = ByteBuffer.allocate(1024).put(attributes);
        if (signed) {
            body.put(plain(USERNAME, username.getBytes(StandardCharsets.UTF_8)));
            body.put(plain(REALM, realm)).put(plain(NONCE, nonce));
        }
        byte[] request = header(method, body.position() + (signed ? 24 : 0), body);
        if (signed) {
            request = ByteBuffer.allocate(request.length + 24)
                    .put(request)
                    .put(plain(MESSAGE_INTEGRITY, sign(request)))
                    .array();
        }
        socket.send(new DatagramPacket(request, request.length));
        DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
        socket.receive(answer);
        return read(ByteBuffer.wrap(answer.getData(), 0, answer.getLength()));
    }

    private byte[] header(int method, int length, ByteBuffer body) {
        return ByteBuffer.allocate(20 + body.position())
                .putShort((short) method)
                .putShort((short) length)
                .putInt(MAGIC)
                .put(id)
                .put(body.array(), 0, body.position())
                .array();
    }

    private byte[] sign(byte[] message) {
        try {
            byte[] key = MessageDigest.getInstance("MD5")
                    .digest((username + ":" + new String(realm, StandardCharsets.UTF_8) + ":" + password)
                            .getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int read(ByteBuffer answer) {
        boolean success = (answer.getShort(0) & 0x0110) == 0x0100;
        Map<Integer, byte[]> found = new HashMap<>();
        answer.position(20);
        while (answer.remaining() >= 4) {
            int type = answer.getShort() & 0xffff;
            byte[] value = new byte[answer.getShort() & 0xffff];
            answer.get(value);
            answer.position(Math.min(answer.limit(), answer.position() + (4 - value.length % 4) % 4));
            found.put(type, value);
        }
        realm = found.getOrDefault(REALM, realm);
        nonce = found.getOrDefault(NONCE, nonce);
        byte @Nullable [] error = found.get(ERROR_CODE);
        return success ? 0 : error == null ? -1 : error[2] * 100 + error[3];
    }

    @Override
    public void close() {
        socket.close();
    }
}
