package health.consilium.bench.media;

import health.consilium.bench.media.Recording.Frame;
import java.util.List;

/** What a span of time looked like; all times in milliseconds. */
final class Picture {
    /** A picture that stands still for longer counts as gone. */
    private static final double GONE = 500;

    /** What is back has to stay for so long. */
    private static final double STAYS = 2_000;

    private static final int HIGH_DEFINITION = 720;
    private static final double SECOND = 1_000;

    private final List<Frame> frames;
    private final double from;
    private final double to;

    Picture(Recording recording, double from, double to) {
        this.frames = recording.frames(from, to);
        this.from = from;
        this.to = to;
    }

    double fps() {
        return frames.stream().mapToInt(Frame::shown).sum() * SECOND / (to - from);
    }

    /** The median of the lines of the frames; 0 without any. */
    double height() {
        int[] heights = frames.stream().mapToInt(Frame::height).sorted().toArray();
        return heights.length == 0 ? 0 : heights[heights.length / 2];
    }

    /** The longest time without a new frame, the edges included. */
    double longestGap() {
        double last = from;
        double longest = 0;
        for (Frame frame : frames) {
            longest = Math.max(longest, frame.at() - last);
            last = frame.at();
        }
        return Math.max(longest, to - last);
    }

    /** Until the picture moves and goes on moving; NaN when it never does. */
    double back() {
        return untilLasting(0, GONE);
    }

    /** Until the picture has all its lines and keeps them. */
    double highDefinition() {
        return untilLasting(HIGH_DEFINITION, Double.MAX_VALUE);
    }

    /** Until so many frames come each second and go on coming. */
    double untilFps(int wanted) {
        for (Frame first : frames) {
            if (first.at() + STAYS > to) {
                break;
            }
            boolean enough = true;
            for (double start = first.at(); start < first.at() + STAYS; start += SECOND / 2) {
                double begins = start;
                enough &= frames.stream()
                                .filter(frame -> frame.at() >= begins && frame.at() < begins + SECOND)
                                .count()
                        >= wanted;
            }
            if (enough) {
                return first.at() - from;
            }
        }
        return Double.NaN;
    }

    private double untilLasting(int lines, double gap) {
        double since = Double.NaN;
        double last = Double.NaN;
        for (Frame frame : frames) {
            boolean broken = frame.height() < lines || frame.at() - last > gap;
            if (!broken && frame.at() - since >= STAYS) {
                return since - from;
            }
            if (broken || Double.isNaN(since)) {
                since = frame.height() < lines ? Double.NaN : frame.at();
            }
            last = frame.at();
        }
        return Double.NaN;
    }
}
