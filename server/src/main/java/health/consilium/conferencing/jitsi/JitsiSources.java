package health.consilium.conferencing.jitsi;

import health.consilium.kernel.PageSources;
import java.util.List;

/** One script of a Jitsi, and its pages in a frame; what it talks to, it talks to from in there. */
public record JitsiSources(String host) implements PageSources {
    @Override
    public List<String> scripts() {
        return List.of(origin());
    }

    @Override
    public List<String> frames() {
        return List.of(origin());
    }

    private String origin() {
        return "https://" + host;
    }
}
