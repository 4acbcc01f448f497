package health.consilium.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A recorded file, as ffmpeg sees and hears it: the whole of it is decoded each time. */
record Film(Path file) {
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?|-inf)");

    /** Of a colour; what is grey has 128. */
    private static final int STRONG = 170;

    /** A part of the picture, in pixels of a picture of 1280 × 720: a busy browser records a smaller one for a while. */
    record Place(int x, int y, int width, int height) {}

    /** What cannot be decoded; empty for a sound file. Two pieces of sound at one time, as a busy browser writes them, can be. */
    String faults() {
        return run(List.of("ffmpeg", "-v", "repeat+error", "-i", file.toString(), "-f", "null", "-"))
                .lines()
                .filter(line -> !line.contains("non monotonically increasing dts to muxer"))
                .collect(Collectors.joining("\n"));
    }

    /**
     * From the first to the last frame, in seconds. Of a file that still grows as well: ffprobe's complaint about its end is kept out, for
     * it may come behind the times, and the address in it reads like one.
     */
    double seconds() {
        List<Double> all = times();
        return all.isEmpty() ? 0 : all.getLast() - all.getFirst();
    }

    private List<Double> times() {
        String times = run(List.of(
                "ffprobe",
                "-v",
                "quiet",
                "-select_streams",
                "v",
                "-show_entries",
                "packet=pts_time",
                "-of",
                "csv=p=0",
                file.toString()));
        List<Double> all = new ArrayList<>();
        for (String line : times.lines().toList()) {
            Matcher number = NUMBER.matcher(line);
            if (number.find()) {
                all.add(Double.parseDouble(number.group()));
            }
        }
        return all;
    }

    /** Frames a second. */
    double rate() {
        String frames = run(List.of(
                "ffprobe",
                "-v",
                "quiet",
                "-count_packets",
                "-select_streams",
                "v",
                "-show_entries",
                "stream=nb_read_packets",
                "-of",
                "csv=p=0",
                file.toString()));
        Matcher number = NUMBER.matcher(frames);
        return number.find() ? Double.parseDouble(number.group()) / seconds() : 0;
    }

    /** How many frames there are from one second to another. */
    long frames(double from, double to) {
        return times().stream().filter(time -> time >= from && time < to).count();
    }

    /** How much a place changes from frame to frame, and how bright its brightest point is, on the whole. */
    double movement(Place place) {
        return average(place, "YDIF");
    }

    double colour(Place place) {
        return average(place, "SATAVG");
    }

    /** How loud it is from one second to another, in dB below full. */
    double loudness(double from, double to) {
        String said = run(List.of(
                "ffmpeg",
                "-hide_banner",
                "-ss",
                Double.toString(from),
                "-t",
                Double.toString(to - from),
                "-i",
                file.toString(),
                "-vn",
                "-af",
                "volumedetect",
                "-f",
                "null",
                "-"));
        return numberAfter("mean_volume:", said).getFirst();
    }

    /** Of each half the share of frames that show both {@link health.consilium.e2e.browser.Actor#MARKED_DOCTOR} and MARKED_PATIENT. */
    List<Double> withBothMarks() {
        List<Mark> large = marks(new Place(8, 300, 32, 200));
        List<Mark> small = marks(new Place(947, 570, 8, 60));
        int half = large.size() / 2;
        return List.of(
                both(large.subList(0, half), small),
                both(large.subList(half, 2 * half), small.subList(half, 2 * half)));
    }

    private static double both(List<Mark> large, List<Mark> small) {
        return IntStream.range(0, large.size())
                        .filter(frame ->
                                EnumSet.of(large.get(frame), small.get(frame)).equals(EnumSet.of(Mark.RED, Mark.BLUE)))
                        .count()
                / (double) large.size();
    }

    private enum Mark {
        RED,
        BLUE,
        NONE
    }

    /** What colour a place has, frame by frame. */
    private List<Mark> marks(Place place) {
        List<Double> blue = each(place, "UAVG");
        List<Double> red = each(place, "VAVG");
        return IntStream.range(0, blue.size())
                .mapToObj(
                        frame -> red.get(frame) > STRONG ? Mark.RED : blue.get(frame) > STRONG ? Mark.BLUE : Mark.NONE)
                .toList();
    }

    private double average(Place place, String measure) {
        return each(place, measure).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private List<Double> each(Place place, String measure) {
        String filter = "scale=1280:720,crop=%d:%d:%d:%d,signalstats,metadata=print:file=-"
                .formatted(place.width(), place.height(), place.x(), place.y());
        String said =
                run(List.of("ffmpeg", "-v", "error", "-i", file.toString(), "-an", "-vf", filter, "-f", "null", "-"));
        return numberAfter("signalstats." + measure + "=", said);
    }

    private static List<Double> numberAfter(String words, String text) {
        List<Double> found = new ArrayList<>();
        Matcher number = Pattern.compile(Pattern.quote(words) + "\\s*" + NUMBER.pattern())
                .matcher(text);
        while (number.find()) {
            found.add(number.group(1).equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(number.group(1)));
        }
        return found;
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return said;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
