package health.consilium.recording.media;

import health.consilium.recording.media.Outline.Cluster;
import health.consilium.recording.media.Outline.Range;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One WebM with duration and index over the bytes of all takes. Heads are made here; what was recorded is taken from where
 * it lies. Takes follow each other without a pause.
 */
public final class VirtualFile {
    private static final int CUE = 69;
    private static final long PICTURE = 33;
    private static final byte[] NOTHING = {};
    private static final Range NOWHERE = new Range(0, 0);
    /** What a piece of the list takes in memory, about. */
    private static final int PIECE_BYTES = 120;

    private final List<Piece> pieces = new ArrayList<>();
    private final long duration;
    private long size;

    /** Bytes made here, or ({@code made} empty) bytes of what was recorded. */
    private record Piece(long at, byte[] made, Range recorded) {
        long length() {
            return made.length > 0 ? made.length : recorded.length();
        }
    }

    private VirtualFile(long duration) {
        this.duration = duration;
    }

    /** In ms. */
    public long duration() {
        return duration;
    }

    public long size() {
        return size;
    }

    /** What it takes in memory, about. */
    int weight() {
        return pieces.stream()
                .mapToInt(piece -> piece.made.length + PIECE_BYTES)
                .sum();
    }

    /** @param takes at least one, all with the tracks of the first */
    static VirtualFile of(List<Outline> takes) {
        List<Cluster> clusters = inOneRow(takes);
        long duration = clusters.isEmpty() ? 0 : clusters.getLast().last() + PICTURE;
        Outline first = takes.getFirst();
        byte[] info = info(duration);
        List<Cluster> seekable = clusters.stream().filter(Cluster::seekable).toList();
        long heads = info.length + first.tracks().length + 12L + (long) CUE * seekable.size();
        ByteArrayOutputStream cues = new ByteArrayOutputStream();
        Ebml.head(cues, Ebml.CUES, (long) CUE * seekable.size());
        long position = heads;
        for (Cluster cluster : clusters) {
            if (cluster.seekable()) {
                cue(cues, cluster.time(), first.videoTrack(), position);
            }
            position += clusterHead(cluster).length + blocks(cluster);
        }
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        Ebml.head(segment, Ebml.SEGMENT, position);
        VirtualFile file = new VirtualFile(duration);
        for (byte[] head : List.of(first.header(), segment.toByteArray(), info, first.tracks(), cues.toByteArray())) {
            file.add(head);
        }
        for (Cluster cluster : clusters) {
            file.add(clusterHead(cluster));
            cluster.blocks().forEach(file::add);
        }
        return file;
    }

    /** What was recorded as it lies there, without heads of ours. @param duration in ms */
    static VirtualFile asItIs(Range recorded, long duration) {
        VirtualFile file = new VirtualFile(duration);
        file.add(recorded);
        return file;
    }

    private static List<Cluster> inOneRow(List<Outline> takes) {
        List<Cluster> all = new ArrayList<>();
        long end = 0;
        for (Outline take : takes) {
            if (take.clusters().isEmpty()) {
                continue;
            }
            long shift = end - take.clusters().getFirst().time();
            for (Cluster c : take.clusters()) {
                all.add(new Cluster(c.time() + shift, c.last() + shift, c.seekable(), c.blocks()));
                end = Math.max(end, c.last() + shift + PICTURE);
            }
        }
        return all;
    }

    private static byte[] info(long duration) {
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        Ebml.value(in, 0x2AD7B1, 1_000_000);
        Ebml.value(in, 0x4489, Double.doubleToLongBits(duration));
        Ebml.text(in, 0x4D80, "Consilium");
        Ebml.text(in, 0x5741, "Consilium");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ebml.head(out, Ebml.INFO, in.size());
        out.writeBytes(in.toByteArray());
        return out.toByteArray();
    }

    private static void cue(ByteArrayOutputStream out, long time, int track, long position) {
        Ebml.head(out, 0xBB, CUE - 9);
        Ebml.value(out, 0xB3, time);
        Ebml.head(out, 0xB7, 34);
        Ebml.value(out, 0xF7, track);
        Ebml.value(out, 0xF1, position);
    }

    private static byte[] clusterHead(Cluster cluster) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ebml.head(out, Ebml.CLUSTER, 17 + blocks(cluster));
        Ebml.value(out, Ebml.TIMECODE, cluster.time());
        return out.toByteArray();
    }

    private static long blocks(Cluster cluster) {
        return cluster.blocks().stream().mapToLong(Range::length).sum();
    }

    private void add(byte[] made) {
        pieces.add(new Piece(size, made, NOWHERE));
        size += made.length;
    }

    private void add(Range recorded) {
        pieces.add(new Piece(size, NOTHING, recorded));
        size += recorded.length();
    }

    /** Writes {@code length} bytes from {@code from} on. */
    public void write(Plain recorded, long from, long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long end = from + length;
        for (int i = pieceAt(from); i < pieces.size() && pieces.get(i).at < end; i++) {
            Piece piece = pieces.get(i);
            long until = Math.min(end, piece.at + piece.length());
            for (long at = Math.max(from, piece.at); at < until; ) {
                int most = (int) Math.min(buffer.length, until - at);
                int count = most;
                if (piece.made.length > 0) {
                    System.arraycopy(piece.made, (int) (at - piece.at), buffer, 0, most);
                } else {
                    count = recorded.read(piece.recorded.from() + at - piece.at, buffer, most);
                }
                out.write(buffer, 0, count);
                at += count;
            }
        }
    }

    /** The last piece that begins at or before a position. */
    private int pieceAt(long position) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle).at <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
