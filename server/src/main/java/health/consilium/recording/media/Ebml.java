package health.consilium.recording.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The few elements of WebM that matter here, and how they are written (RFC 8794, RFC 9559). */
final class Ebml {
    static final int HEADER = 0x1A45DFA3;
    static final int SEGMENT = 0x18538067;
    static final int INFO = 0x1549A966;
    static final int TRACKS = 0x1654AE6B;
    static final int CUES = 0x1C53BB6B;
    static final int CLUSTER = 0x1F43B675;
    static final int TIMECODE = 0xE7;
    static final int SIMPLE_BLOCK = 0xA3;
    static final int BLOCK_GROUP = 0xA0;
    private static final int LONGEST = 8;

    private Ebml() {}

    /** @param size -1 when it is not known; @param body where its content begins */
    record Element(int id, long start, long body, long size) {
        long end() {
            return body + Math.max(size, 0);
        }
    }

    /** The element at a position; null when it does not lie wholly before the end, as far as its head goes. */
    static @org.jspecify.annotations.Nullable Element at(Plain in, long position, long end) throws IOException {
        int idLength = position < end ? width(in.at(position)) : 9;
        if (idLength > 4 || position + idLength >= end) {
            return null;
        }
        int sizeLength = width(in.at(position + idLength));
        if (sizeLength > LONGEST || position + idLength + sizeLength > end) {
            return null;
        }
        long id = number(in, position, idLength);
        long mask = (1L << (7 * sizeLength)) - 1;
        long size = number(in, position + idLength, sizeLength) & mask;
        return new Element((int) id, position, position + idLength + sizeLength, size == mask ? -1 : size);
    }

    static long number(Plain in, long position, int length) throws IOException {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | in.at(position + i);
        }
        return value;
    }

    static int width(int first) {
        return Integer.numberOfLeadingZeros(first) - 23;
    }

    static void head(ByteArrayOutputStream out, int id, long size) {
        int length = 4 - Integer.numberOfLeadingZeros(id) / 8;
        out.write(ByteBuffer.allocate(4).putInt(id).array(), 4 - length, length);
        out.writeBytes(ByteBuffer.allocate(8).putLong(1L << 56 | size).array());
    }

    static void value(ByteArrayOutputStream out, int id, long value) {
        head(out, id, 8);
        out.writeBytes(ByteBuffer.allocate(8).putLong(value).array());
    }

    static void text(ByteArrayOutputStream out, int id, String text) {
        head(out, id, text.length());
        out.writeBytes(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
