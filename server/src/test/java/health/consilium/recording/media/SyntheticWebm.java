package health.consilium.recording.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** As a MediaRecorder writes, a second a part: a cluster of unknown size with a whole picture first. What is seen is noise. */
public final class SyntheticWebm {
    private static final long UNKNOWN = (1L << 56) - 1;
    private static final int PICTURES = 5;

    private SyntheticWebm() {}

    public static List<byte[]> ofSeconds(int seconds, int pictureBytes) {
        Random random = new Random(seconds);
        List<byte[]> parts = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            if (second == 0) {
                heads(part);
            }
            Ebml.head(part, Ebml.CLUSTER, UNKNOWN);
            Ebml.value(part, Ebml.TIMECODE, second * 1_000L);
            for (int picture = 0; picture < PICTURES; picture++) {
                byte[] noise = new byte[pictureBytes];
                random.nextBytes(noise);
                Ebml.head(part, Ebml.SIMPLE_BLOCK, 4L + noise.length);
                part.writeBytes(ByteBuffer.allocate(4)
                        .put((byte) 0x81)
                        .putShort((short) (picture * 1_000 / PICTURES))
                        .put((byte) (picture == 0 ? 0x80 : 0))
                        .array());
                part.writeBytes(noise);
            }
            parts.add(part.toByteArray());
        }
        return parts;
    }

    private static void heads(ByteArrayOutputStream out) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        Ebml.text(header, 0x4282, "webm");
        element(out, Ebml.HEADER, header);
        Ebml.head(out, Ebml.SEGMENT, UNKNOWN);
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        Ebml.value(entry, 0xD7, 1);
        Ebml.value(entry, 0x83, 1);
        Ebml.text(entry, 0x86, "V_VP8");
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        element(entries, 0xAE, entry);
        element(out, Ebml.TRACKS, entries);
    }

    private static void element(ByteArrayOutputStream out, int id, ByteArrayOutputStream body) {
        Ebml.head(out, id, body.size());
        out.writeBytes(body.toByteArray());
    }
}
