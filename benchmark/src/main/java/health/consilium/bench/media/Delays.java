package health.consilium.bench.media;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How old pictures and sounds were when they were shown and heard, in milliseconds.
 *
 * @param keptPictures how long a picture waited in the browser before it was decoded, on average of each side
 */
record Delays(List<Double> pictures, List<Double> sounds, List<Double> keptPictures, List<Double> keptSounds) {
    /** Pictures and tones come round again; what is older than that is the one of an earlier round. */
    private static final double LONGEST = 3_000;

    /** When something that can be told from others happened. */
    record Event(double at, String name) {}

    static Delays none() {
        return new Delays(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(Delays more) {
        pictures.addAll(more.pictures);
        sounds.addAll(more.sounds);
        keptPictures.addAll(more.keptPictures);
        keptSounds.addAll(more.keptSounds);
    }

    /** Of what one page sends and the other shows, from a time on. */
    static Delays between(Page from, Page to, double since) {
        JsonNode sent = record(from);
        JsonNode arrived = record(to);
        return new Delays(
                ages(filmed(sent.path("filmed")), events(arrived.path("shown")), since),
                ages(events(sent.path("spoken")), events(arrived.path("heard")), since),
                kept(arrived.path("kept"), "video", since),
                kept(arrived.path("kept"), "audio", since));
    }

    /** From the last time that it left to when it arrived; what arrived without having left is left out. */
    static List<Double> ages(List<Event> left, List<Event> arrived, double since) {
        List<Double> ages = new ArrayList<>();
        for (Event event : arrived) {
            double age = left.stream()
                    .filter(other -> other.name().equals(event.name()) && other.at() <= event.at())
                    .mapToDouble(other -> event.at() - other.at())
                    .min()
                    .orElse(LONGEST);
            if (event.at() >= since && age < LONGEST) {
                ages.add(age);
            }
        }
        return ages;
    }

    /**
     * A page that is busy reads a picture late. The camera's own clock tells when it was taken, up to a constant: the
     * reading that was least late.
     */
    private static List<Event> filmed(JsonNode filmed) {
        Map<Integer, Double> constants = new HashMap<>();
        for (JsonNode one : filmed) {
            double late = one.get(0).asDouble() - one.get(2).asDouble();
            constants.merge(one.get(3).asInt(), late, Math::min);
        }
        List<Event> events = new ArrayList<>();
        for (JsonNode one : filmed) {
            double at =
                    one.get(2).asDouble() + constants.getOrDefault(one.get(3).asInt(), 0.0);
            events.add(new Event(at, one.get(1).asString()));
        }
        return events;
    }

    /** The average of each stream that went on from then; in the statistics stand sums of seconds. */
    private static List<Double> kept(JsonNode all, String kind, double since) {
        Map<String, List<JsonNode>> streams = new HashMap<>();
        for (JsonNode one : all) {
            if (one.get(0).asDouble() >= since && one.get(1).asString().equals(kind)) {
                streams.computeIfAbsent(one.get(2).asString(), id -> new ArrayList<>())
                        .add(one);
            }
        }
        return streams.values().stream()
                .map(looks -> growth(looks, 3) * 1_000 / growth(looks, 4))
                .filter(Double::isFinite)
                .toList();
    }

    private static double growth(List<JsonNode> looks, int member) {
        return looks.getLast().get(member).asDouble()
                - looks.getFirst().get(member).asDouble();
    }

    private static List<Event> events(JsonNode all) {
        List<Event> events = new ArrayList<>();
        for (JsonNode one : all) {
            events.add(new Event(one.get(0).asDouble(), one.get(1).asString()));
        }
        return events;
    }

    private static JsonNode record(Page page) {
        JsonNode record = new JsonMapper().readTree((String) page.evaluate("() => __recorder.take()"));
        if (record.has("deaf")) {
            throw new IllegalStateException(
                    "the recorder fails: " + record.path("deaf").asString());
        }
        return record;
    }
}
