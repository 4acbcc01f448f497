package health.consilium.e2e;

import com.microsoft.playwright.Page;
import health.consilium.e2e.browser.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a page has sent of its recording, and what the server answered. */
final class SentSegments {
    /** One piece; {@code from} and {@code to} in ms since 1970, {@code status} the newest answer's. */
    record Segment(
            String recording, int take, int index, boolean isFinal, long from, long to, byte[] bytes, int status) {}

    private final Page page;
    private final Map<String, Segment> segments = new HashMap<>();

    private SentSegments(Page page) {
        this.page = page;
    }

    /** Of the page that somebody has open, also after it is reloaded. */
    static SentSegments of(Person person) {
        String script = script();
        person.page().addInitScript(script);
        person.page().evaluate(script);
        return new SentSegments(person.page());
    }

    /** In the order in which they were recorded. */
    List<Segment> all() {
        for (Object sent : (List<?>) page.evaluate("() => window.__sentSegments?.splice(0) ?? []")) {
            Segment segment = segment((Map<?, ?>) sent);
            segments.put(segment.recording() + " " + segment.take() + " " + segment.index(), segment);
        }
        return segments.values().stream()
                .sorted(Comparator.comparing(Segment::take).thenComparing(Segment::index))
                .toList();
    }

    List<Segment> ofTake(int take) {
        return all().stream().filter(segment -> segment.take() == take).toList();
    }

    /** One take as a file that plays by itself. */
    Path writeTake(int take, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Segment segment : ofTake(take)) {
                out.write(segment.bytes());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Segment segment(Map<?, ?> sent) {
        return new Segment(
                word(sent, "recording"),
                number(sent, "take").intValue(),
                number(sent, "index").intValue(),
                Boolean.TRUE.equals(sent.get("final")),
                number(sent, "from").longValue(),
                number(sent, "to").longValue(),
                Base64.getDecoder().decode(word(sent, "bytes")),
                number(sent, "status").intValue());
    }

    private static String word(Map<?, ?> sent, String name) {
        return (String) Objects.requireNonNull(sent.get(name));
    }

    private static Number number(Map<?, ?> sent, String name) {
        return (Number) Objects.requireNonNull(sent.get(name));
    }

    private static String script() {
        try (InputStream script = SentSegments.class.getResourceAsStream("/sent-segments.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
