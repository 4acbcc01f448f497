package health.consilium.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A take as a MediaRecorder writes it (RFC 9559), a part a second, 2.4 Mbit/s; what is seen in it is noise. */
final class SyntheticTake {
    private static final long UNKNOWN = (1L << 56) - 1;
    private static final int PICTURES = 10;
    private static final int PICTURE_BYTES = 30_000;

    private SyntheticTake() {}

    static byte[] part(int second) {
        ByteArrayOutputStream part = new ByteArrayOutputStream(PICTURES * PICTURE_BYTES + 1_000);
        if (second == 0) {
            heads(part);
        }
        head(part, 0x1F43B675, UNKNOWN);
        number(part, 0xE7, second * 1_000L);
        byte[] noise = new byte[PICTURE_BYTES];
        Random random = new Random(second);
        for (int picture = 0; picture < PICTURES; picture++) {
            random.nextBytes(noise);
            head(part, 0xA3, 4L + noise.length);
            part.writeBytes(ByteBuffer.allocate(4)
                    .put((byte) 0x81)
                    .putShort((short) (picture * 1_000 / PICTURES))
                    .put((byte) (picture == 0 ? 0x80 : 0))
                    .array());
            part.writeBytes(noise);
        }
        return part.toByteArray();
    }

    private static void heads(ByteArrayOutputStream out) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        text(header, 0x4282, "webm");
        element(out, 0x1A45DFA3, header);
        head(out, 0x18538067, UNKNOWN);
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        number(entry, 0xD7, 1);
        number(entry, 0x83, 1);
        text(entry, 0x86, "V_VP8");
        ByteArrayOutputStream tracks = new ByteArrayOutputStream();
        element(tracks, 0xAE, entry);
        element(out, 0x1654AE6B, tracks);
    }

    private static void head(ByteArrayOutputStream out, int id, long size) {
        int length = 4 - Integer.numberOfLeadingZeros(id) / 8;
        out.write(ByteBuffer.allocate(4).putInt(id).array(), 4 - length, length);
        out.writeBytes(ByteBuffer.allocate(8).putLong(1L << 56 | size).array());
    }

    private static void element(ByteArrayOutputStream out, int id, ByteArrayOutputStream body) {
        head(out, id, body.size());
        out.writeBytes(body.toByteArray());
    }

    private static void number(ByteArrayOutputStream out, int id, long value) {
        head(out, id, 8);
        out.writeBytes(ByteBuffer.allocate(8).putLong(value).array());
    }

    private static void text(ByteArrayOutputStream out, int id, String text) {
        head(out, id, text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
