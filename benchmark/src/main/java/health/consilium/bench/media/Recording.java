package health.consilium.bench.media;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one page saw and heard; times in milliseconds since 1970. */
record Recording(List<Frame> frames, List<Sample> samples, List<Tone> tones, List<Connection> connections) {
    /** @param shown how many the page has shown since the one before in this list, this one included */
    record Frame(double at, int height, int shown) {}

    /** Counters of all connections of the page together, and what holds at that moment, by name as in recorder.js. */
    record Sample(double at, Map<String, Double> values, String way) {
        double value(String name) {
            return values.getOrDefault(name, 0.0);
        }
    }

    record Tone(double at, char key) {}

    /** @param connected 0: never */
    record Connection(double began, double connected) {}

    static Recording of(Page page) {
        JsonNode record = new JsonMapper().readTree((String) page.evaluate("() => __recorder.take()"));
        if (record.has("deaf")) {
            throw new IllegalStateException(
                    "the recorder cannot hear: " + record.path("deaf").asString());
        }
        return new Recording(
                each(record, "frames")
                        .map(frame -> new Frame(
                                frame.get(0).asDouble(),
                                frame.get(1).asInt(),
                                frame.get(2).asInt()))
                        .toList(),
                each(record, "samples").map(Recording::sample).toList(),
                each(record, "tones")
                        .map(tone -> new Tone(
                                tone.get(0).asDouble(), tone.get(1).asString().charAt(0)))
                        .toList(),
                each(record, "connections")
                        .map(one -> new Connection(
                                one.path("began").asDouble(),
                                one.path("connected").asDouble()))
                        .toList());
    }

    /** Frames from a time on, before another. */
    List<Frame> frames(double from, double to) {
        return frames.stream()
                .filter(frame -> frame.at() >= from && frame.at() < to)
                .toList();
    }

    /** By how much a counter grew in that time. */
    double growth(String counter, double from, double to) {
        return Math.max(0, at(to).value(counter) - at(from).value(counter));
    }

    /** The last sample before a time, or the first of all. */
    private Sample at(double time) {
        Sample last = samples.isEmpty() ? new Sample(0, Map.of(), "") : samples.getFirst();
        for (Sample sample : samples) {
            if (sample.at() > time) {
                return last;
            }
            last = sample;
        }
        return last;
    }

    private static Stream<JsonNode> each(JsonNode record, String name) {
        List<JsonNode> all = new ArrayList<>();
        record.path(name).forEach(all::add);
        return all.stream();
    }

    private static Sample sample(JsonNode node) {
        Map<String, Double> values = new HashMap<>();
        StreamSupport.stream(node.properties().spliterator(), false)
                .filter(property -> property.getValue().isNumber())
                .forEach(property ->
                        values.put(property.getKey(), property.getValue().asDouble()));
        return new Sample(node.path("at").asDouble(), values, node.path("way").asString(""));
    }
}
