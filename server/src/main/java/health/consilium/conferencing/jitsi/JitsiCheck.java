package health.consilium.conferencing.jitsi;

import health.consilium.conferencing.jitsi.token.Signer;
import health.consilium.conferencing.jitsi.token.Trial;
import health.consilium.kernel.CannotStart;
import health.consilium.kernel.SetupCheck;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Whether people would come in at a Jitsi of the clinic's own: the key signs what Jitsi accepts, and its script is there. */
@Component
class JitsiCheck implements SetupCheck {
    private final JitsiProperties settings;
    private final ScriptProbe probe;
    private final Clock clock;

    @Autowired
    JitsiCheck(JitsiProperties settings, Clock clock) {
        this(settings, ScriptProbe.ofTheNetwork(), clock);
    }

    JitsiCheck(JitsiProperties settings, ScriptProbe probe, Clock clock) {
        this.settings = settings;
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "jitsi";
    }

    @Override
    public Found look() {
        if (!settings.there()) {
            return Found.notUsed("No call goes by a Jitsi of the clinic's own.", "");
        }
        Signer signer;
        try {
            signer = settings.signer();
        } catch (CannotStart e) {
            return Found.broken(e.why(), e.action());
        }
        if (!Trial.isLetIn(signer, settings.claims(), clock.instant())) {
            return Found.broken(
                    "Jitsi would turn away what this key signs.",
                    "Check consilium.conferencing.jitsi.app-id, -.audience and -.subject.");
        }
        URI script = URI.create("https://" + settings.host() + "/external_api.js");
        try {
            if (!probe.finds(script)) {
                return Found.broken(
                        "At " + settings.host() + " there is something else than a Jitsi.",
                        "Check consilium.conferencing.jitsi.domain.");
            }
        } catch (IOException e) {
            return Found.broken(
                    settings.host() + " does not show Jitsi's script external_api.js.",
                    "Check consilium.conferencing.jitsi.domain, and whether this server reaches it by HTTPS.");
        }
        return withWhatItTells();
    }

    private Found withWhatItTells() {
        String works = "The key signs what Jitsi accepts, and " + settings.host() + " answers";
        if (settings.reservationsSecret() == null || settings.eventsSecret() == null) {
            return Found.warning(
                    works + ". It does not ask whether a room may be, or does not tell who comes and goes.",
                    "Set consilium.conferencing.jitsi.reservations-secret and -.events-secret; docs/providers.md says how.");
        }
        return Found.fine(works + ". Whether Prosody has the same key, only the first call shows.");
    }
}
