package health.consilium.recording.media;

import java.util.List;

/**
 * Where the clusters of one take lie, and the heads that are needed to show them. Found by reading the whole take once; holds
 * nothing of what is seen or heard.
 *
 * @param header the EBML header
 * @param tracks the element that describes the tracks
 * @param codecs which track is what; takes that agree in this fit into one file
 */
record Outline(int take, byte[] header, byte[] tracks, String codecs, int videoTrack, List<Cluster> clusters) {
    Outline {
        clusters = List.copyOf(clusters);
    }

    /** Bytes of what was recorded that are taken over as they are. */
    record Range(long from, long length) {}

    /** @param last the time of its last block, ms like {@code time}; @param seekable whether its first picture is whole */
    record Cluster(long time, long last, boolean seekable, List<Range> blocks) {}

    boolean shows() {
        return !clusters.isEmpty() && tracks.length > 0;
    }
}
