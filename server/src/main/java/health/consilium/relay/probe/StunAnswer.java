package health.consilium.relay.probe;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** @param code 0 when granted, else the error's number */
record StunAnswer(byte[] id, int code, Map<Integer, byte[]> attributes) {
    private static final int UNNAMED = -1;

    static StunAnswer read(byte[] message) throws IOException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(message);
            boolean granted = (buffer.getShort(0) & 0x0110) == 0x0100;
            Map<Integer, byte[]> found = attributes(buffer.position(Stun.HEADER));
            byte[] error = found.getOrDefault(Stun.ERROR_CODE, new byte[0]);
            int code = granted ? 0 : error.length < 4 ? UNNAMED : error[2] * 100 + error[3];
            return new StunAnswer(Arrays.copyOfRange(message, 8, Stun.HEADER), code, found);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("this is no answer of a relay", e);
        }
    }

    private static Map<Integer, byte[]> attributes(ByteBuffer buffer) {
        Map<Integer, byte[]> found = new HashMap<>();
        while (buffer.remaining() >= 4) {
            int type = buffer.getShort() & 0xffff;
            byte[] value = new byte[buffer.getShort() & 0xffff];
            buffer.get(value);
            buffer.position(Math.min(buffer.limit(), buffer.position() + (4 - value.length % 4) % 4));
            found.put(type, value);
        }
        return found;
    }

    Optional<byte[]> attribute(int type) {
        return Optional.ofNullable(attributes.get(type));
    }
}
