package health.consilium.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import health.consilium.e2e.browser.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A signalling server that has gone bad: it exchanges what the two pages say about their connections, so that each is encrypted
 * to a third page, which hands pictures and sound on. Everything else passes.
 */
final class Eavesdropper {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Page lair;

    /** @param lair an empty page of a browser of its own, on an address that counts as secure */
    Eavesdropper(Page lair) {
        this.lair = lair;
        lair.evaluate(script());
    }

    /** From the next page on, that person's signalling goes through here. */
    Person between(Person person) {
        String side = person.who().isDoctor() ? "doctor" : "patient";
        person.page().context().routeWebSocket("**/ws/v1", page -> {
            WebSocketRoute server = page.connectToServer();
            InOrder<String> frames = new InOrder<>(text -> server.send(exchanged(text, side)));
            page.onMessage(frame -> frames.add(frame.text() == null ? "{}" : frame.text()));
        });
        return person;
    }

    /** While one frame is looked at, Playwright hands over the next; numbered frames must not overtake each other. */
    private static final class InOrder<T> {
        private final Queue<T> waiting = new ArrayDeque<>();
        private final Consumer<T> handler;
        private boolean busy;

        InOrder(Consumer<T> handler) {
            this.handler = handler;
        }

        void add(T one) {
            waiting.add(one);
            if (busy) {
                return;
            }
            busy = true;
            for (T next = waiting.poll(); next != null; next = waiting.poll()) {
                handler.accept(next);
            }
            busy = false;
        }
    }

    private String exchanged(String text, String side) {
        ObjectNode frame = (ObjectNode) JSON.readTree(text);
        JsonNode body = frame.path("body");
        if (frame.path("type").asString("").equals("rtc.description")) {
            ObjectNode description = (ObjectNode) body.path("description");
            String act = description.path("type").asString().equals("offer") ? "offered" : "answered";
            description.put("sdp", (String) lair.evaluate(
                    "({ side, sdp }) => window.eavesdropper." + act + "(side, sdp)",
                    Map.of("side", side, "sdp", description.path("sdp").asString())));
        }
        if (frame.path("type").asString("").equals("rtc.candidates")) {
            lair.evaluate(
                    "({ side, candidates }) => window.eavesdropper.candidates(side, JSON.parse(candidates))",
                    Map.of("side", side, "candidates", body.path("candidates").toString()));
            ((ObjectNode) body).putArray("candidates");
        }
        return JSON.writeValueAsString(frame);
    }

    private static String script() {
        try (InputStream script = Eavesdropper.class.getResourceAsStream("/eavesdropper.js")) {
            if (script == null) {
                throw new IllegalStateException("eavesdropper.js is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
