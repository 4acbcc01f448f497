package health.consilium.signalling.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connection that remembers what it was told. */
final class FakeLink implements Link {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<JsonNode> heard = new ArrayList<>();

    @Nullable
    CloseCode closed;

    @Override
    public void send(String text) {
        heard.add(JSON.readTree(text));
    }

    @Override
    public void close(CloseCode code) {
        closed = code;
    }

    List<String> types() {
        return heard.stream().map(frame -> frame.path("type").asString()).toList();
    }

    /** The numbers of the numbered frames, in the order they came. */
    List<Long> numbers() {
        return heard.stream()
                .map(frame -> frame.path("seq").asLong(0))
                .filter(seq -> seq > 0)
                .toList();
    }
}
