package health.consilium.relay.probe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One request (RFC 8489 §5), written attribute by attribute. */
final class StunRequest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int INTEGRITY = 24;
    private static final int ANY_PORT = 9;

    private final int method;
    private final byte[] id = new byte[Stun.ID];
    private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();

    StunRequest(int method) {
        this.method = method;
        RANDOM.nextBytes(id);
    }

    byte[] id() {
        return id.clone();
    }

    StunRequest with(int type, byte[] value) {
        int padded = (value.length + 3) / 4 * 4;
        attributes.writeBytes(ByteBuffer.allocate(4 + padded)
                .putShort((short) type)
                .putShort((short) value.length)
                .put(value)
                .array());
        return this;
    }

    StunRequest with(int type, int value) {
        return with(type, ByteBuffer.allocate(4).putInt(value).array());
    }

    /** @param address 4 or 16 bytes, masked as RFC 8489 §14.2 asks */
    StunRequest withPeer(byte[] address) {
        byte[] mask =
                ByteBuffer.allocate(4 + id.length).putInt(Stun.MAGIC).put(id).array();
        ByteBuffer value = ByteBuffer.allocate(4 + address.length)
                .put((byte) 0)
                .put((byte) (address.length == 4 ? 1 : 2))
                .putShort((short) (ANY_PORT ^ (Stun.MAGIC >>> 16)));
        for (int i = 0; i < address.length; i++) {
            value.put((byte) (address[i] ^ mask[i]));
        }
        return with(Stun.XOR_PEER_ADDRESS, value.array());
    }

    byte[] bytes() {
        return message(attributes.size());
    }

    /** The length that is signed counts the signature in already. */
    byte[] signed(byte[] key) {
        byte[] unsigned = message(attributes.size() + INTEGRITY);
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            with(Stun.MESSAGE_INTEGRITY, mac.doFinal(unsigned));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return bytes();
    }

    private byte[] message(int length) {
        return ByteBuffer.allocate(Stun.HEADER + attributes.size())
                .putShort((short) method)
                .putShort((short) length)
                .putInt(Stun.MAGIC)
                .put(id)
                .put(attributes.toByteArray())
                .array();
    }
}
