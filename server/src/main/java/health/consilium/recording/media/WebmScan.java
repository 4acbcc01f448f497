package health.consilium.recording.media;

import health.consilium.recording.media.Ebml.Element;
import health.consilium.recording.media.Outline.Cluster;
import health.consilium.recording.media.Outline.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the clusters of one take, as a MediaRecorder writes them: sizes may be unknown, the end may be torn off. */
final class WebmScan {
    private static final int TRACK_ENTRY = 0xAE;
    private static final int TRACK_NUMBER = 0xD7;
    private static final int TRACK_TYPE = 0x83;
    private static final int CODEC = 0x86;
    private static final int KEY_FRAME = 0x80;
    /** The number of its track, its time and its flags. */
    private static final int SMALLEST_BLOCK = 4;

    private final Plain in;
    private byte[] header = {};
    private byte[] tracks = {};
    private String codecs = "";
    private int videoTrack;
    private final List<Cluster> clusters = new ArrayList<>();
    /** Where the last row is read on when something is added to it: from its last cluster, which may not have been whole. */
    private Resume resume = new Resume(0, false, 0);

    private record Resume(long from, boolean afterGap, int clusters) {}

    WebmScan(Plain in) {
        this.in = in;
    }

    /** Knows what the other one found out; of its last cluster it knows nothing yet. */
    WebmScan(Plain in, WebmScan before) {
        this(in);
        header = before.header;
        tracks = before.tracks;
        codecs = before.codecs;
        videoTrack = before.videoTrack;
        clusters.addAll(before.clusters);
        resume = before.resume;
    }

    /** The row that was read last goes on up to there. */
    void goOn(long to) throws IOException {
        clusters.subList(resume.clusters, clusters.size()).clear();
        run(resume.from, to, resume.afterGap);
    }

    Outline outline(int take) {
        return new Outline(take, header, tracks, codecs, videoTrack, clusters);
    }

    /** A row of bytes in which nothing is missing. After a gap it begins somewhere: the next cluster is looked for. */
    void run(long from, long to, boolean afterGap) throws IOException {
        long position = afterGap ? nextCluster(from, to) : from;
        Open open = null;
        resume = new Resume(from, afterGap, clusters.size());
        for (Element e = Ebml.at(in, position, to); e != null; e = Ebml.at(in, position, to)) {
            boolean holdsOthers = e.id() == Ebml.SEGMENT || e.id() == Ebml.CLUSTER;
            if (!holdsOthers && (e.size() < 0 || e.end() > to)) {
                break;
            }
            switch (e.id()) {
                case Ebml.HEADER -> header = in.bytes(e.start(), (int) (e.end() - e.start()));
                case Ebml.TRACKS -> tracks(e);
                case Ebml.CLUSTER -> {
                    close(open);
                    open = new Open();
                    resume = new Resume(e.start(), false, clusters.size());
                }
                case Ebml.TIMECODE -> {
                    if (open != null) {
                        open.time = Ebml.number(in, e.body(), (int) e.size());
                    }
                }
                case Ebml.SIMPLE_BLOCK, Ebml.BLOCK_GROUP -> {
                    if (open != null) {
                        block(open, e);
                    }
                }
                default -> {}
            }
            position = holdsOthers ? e.body() : e.end();
        }
        close(open);
    }

    private static final class Open {
        private long time;
        private long last;
        private boolean pictureSeen;
        private boolean seekable;
        private final List<Range> blocks = new ArrayList<>();
    }

    private void block(Open open, Element e) throws IOException {
        boolean simple = e.id() == Ebml.SIMPLE_BLOCK;
        Element block = simple ? e : Ebml.at(in, e.body(), e.end());
        if (block == null || block.size() < SMALLEST_BLOCK || block.end() > e.end()) {
            return;
        }
        int width = Ebml.width(in.at(block.body()));
        if (block.size() < width + SMALLEST_BLOCK - 1) {
            return;
        }
        int track = in.at(block.body()) & (0xff >> width);
        short relative = (short) Ebml.number(in, block.body() + width, 2);
        open.last = Math.max(open.last, open.time + relative);
        if (track == videoTrack && !open.pictureSeen) {
            open.pictureSeen = true;
            open.seekable = simple && (in.at(block.body() + width + 2) & KEY_FRAME) != 0;
        }
        int count = open.blocks.size();
        Range before = count == 0 ? null : open.blocks.get(count - 1);
        if (before != null && before.from() + before.length() == e.start()) {
            open.blocks.set(count - 1, new Range(before.from(), e.end() - before.from()));
        } else {
            open.blocks.add(new Range(e.start(), e.end() - e.start()));
        }
    }

    private void close(@org.jspecify.annotations.Nullable Open open) {
        if (open != null && !open.blocks.isEmpty()) {
            clusters.add(new Cluster(open.time, open.last, open.seekable, List.copyOf(open.blocks)));
        }
    }

    private void tracks(Element all) throws IOException {
        tracks = in.bytes(all.start(), (int) (all.end() - all.start()));
        StringBuilder found = new StringBuilder();
        long position = all.body();
        for (Element e = Ebml.at(in, position, all.end()); e != null; e = Ebml.at(in, position, all.end())) {
            position = e.end();
            if (e.id() == TRACK_ENTRY && position <= all.end()) {
                found.append(track(e)).append(' ');
            }
        }
        codecs = found.toString();
    }

    private String track(Element entry) throws IOException {
        int number = 0;
        int type = 0;
        String codec = "";
        long position = entry.body();
        for (Element e = Ebml.at(in, position, entry.end()); e != null; e = Ebml.at(in, position, entry.end())) {
            position = e.end();
            if (position > entry.end()) {
                break;
            }
            switch (e.id()) {
                case TRACK_NUMBER -> number = (int) Ebml.number(in, e.body(), (int) e.size());
                case TRACK_TYPE -> type = (int) Ebml.number(in, e.body(), (int) e.size());
                case CODEC ->
                    codec = new String(in.bytes(e.body(), (int) e.size()), java.nio.charset.StandardCharsets.US_ASCII);
                default -> {}
            }
        }
        if (type == 1) {
            videoTrack = number;
        }
        return number + ":" + type + ":" + codec;
    }

    private long nextCluster(long from, long to) throws IOException {
        for (long i = from; i + 4 <= to; i++) {
            if (in.at(i) == Ebml.CLUSTER >>> 24 && (int) Ebml.number(in, i, 4) == Ebml.CLUSTER) {
                return i;
            }
        }
        return to;
    }
}
