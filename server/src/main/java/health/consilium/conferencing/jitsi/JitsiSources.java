package health.consilium.conferencing.jitsi;

import health.consilium.kernel.PageSources;
import java.util.List;

/**
 * One script of a Jitsi, by its very address, and its rooms in a frame; what it talks to, it talks to from in there.
 *
 * @param base below which its rooms and its script are, with a slash at its end
 */
public record JitsiSources(String base) implements PageSources {
    @Override
    public List<String> scripts() {
        return List.of(base + "external_api.js");
    }

    @Override
    public List<String> frames() {
        return List.of(base);
    }
}
