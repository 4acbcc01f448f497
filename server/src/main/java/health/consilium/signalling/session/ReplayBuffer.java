package health.consilium.signalling.session;

import java.util.ArrayDeque;
import java.util.List;

/** Numbered frames the other side has not acknowledged yet: at most 256 frames or 256 KiB. */
final class ReplayBuffer {
    private static final int MOST_FRAMES = 256;
    private static final int MOST_CHARS = 256 * 1024;

    private final ArrayDeque<Kept> frames = new ArrayDeque<>(0);
    private int chars;
    private long goneUpTo;

    private record Kept(long seq, String text) {}

    void keep(long seq, String text) {
        frames.add(new Kept(seq, text));
        chars += text.length();
        while (frames.size() > MOST_FRAMES || chars > MOST_CHARS) {
            forget();
        }
    }

    void acknowledged(long seq) {
        while (!frames.isEmpty() && frames.peek().seq <= seq) {
            forget();
        }
    }

    /** Whether everything after {@code lastSeq} is still here. */
    boolean reachesBackTo(long lastSeq) {
        return lastSeq >= goneUpTo;
    }

    List<String> all() {
        return frames.stream().map(Kept::text).toList();
    }

    private void forget() {
        Kept oldest = frames.remove();
        chars -= oldest.text.length();
        goneUpTo = oldest.seq;
    }
}
