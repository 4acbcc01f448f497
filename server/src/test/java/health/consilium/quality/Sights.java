package health.consilium.quality;

import health.consilium.signalling.frame.Sight;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sights for tests: a good call, changed where it matters. */
public final class Sights {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GOOD = """
            {"score":5,"rtt":24.5,"jitter":3.2,"jitterBuffer":40.0,"lossUp":0.0,"lossDown":0.01,"bitrateUp":1500000.0,
             "bitrateDown":1400000.0,"availableUp":2100000.0,"concealed":0.001,"dropped":0.0,"frozen":0.0,"width":1280,
             "height":720,"fps":30.0,"encoding":0.31,"decoding":0.12,"limitation":"none","candidateType":"host",
             "protocol":"udp","signallingRtt":18.0,"signallingJitter":1.0,"signallingLate":0.0,"cause":"none","side":null,"direction":null}
            """;

    private Sights() {}

    public static Sight good() {
        return with();
    }

    /** @param changes name, value, name, value … */
    public static Sight with(@Nullable Object... changes) {
        ObjectNode sight = (ObjectNode) JSON.readTree(GOOD);
        for (int i = 0; i < changes.length; i += 2) {
            sight.set(String.valueOf(changes[i]), JSON.valueToTree(changes[i + 1]));
        }
        return JSON.treeToValue(sight, Sight.class);
    }
}
