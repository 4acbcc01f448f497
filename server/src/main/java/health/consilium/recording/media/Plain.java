package health.consilium.recording.media;

import java.io.IOException;

/** What was recorded, part after part, as one row of bytes. Only the parts that are touched are decrypted, one at a time. */
public final class Plain {
    /** Decrypts one part. */
    public interface Opener {
        byte[] open(int part) throws IOException;
    }

    private final long[] ends;
    private final Opener opener;
    private int current = -1;
    private byte[] content = {};

    public Plain(int[] sizes, Opener opener) {
        this.opener = opener;
        this.ends = new long[sizes.length];
        long end = 0;
        for (int i = 0; i < sizes.length; i++) {
            end += sizes[i];
            ends[i] = end;
        }
    }

    long start(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    long end(int part) {
        return ends[part];
    }

    int at(long position) throws IOException {
        int part = partOf(position);
        return content[(int) (position - start(part))] & 0xff;
    }

    /** Up to {@code length} bytes that lie in one part. */
    int read(long position, byte[] into, int length) throws IOException {
        int part = partOf(position);
        int from = (int) (position - start(part));
        int count = Math.min(length, content.length - from);
        System.arraycopy(content, from, into, 0, count);
        return count;
    }

    byte[] bytes(long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) at(from + i);
        }
        return bytes;
    }

    private int partOf(long position) throws IOException {
        if (current < 0 || position < start(current) || position >= ends[current]) {
            int part = java.util.Arrays.binarySearch(ends, position + 1);
            current = part < 0 ? -part - 1 : part;
            content = opener.open(current);
        }
        return current;
    }
}
