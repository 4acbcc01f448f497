package health.consilium.conferencing.jitsi;

import health.consilium.conferencing.jitsi.token.Signer;
import health.consilium.conferencing.jitsi.token.Trial;
import health.consilium.kernel.CannotStart;
import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
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
            return Found.of(SetupFinding.JITSI_NOT_USED);
        }
        Signer signer;
        try {
            signer = settings.signer();
        } catch (CannotStart e) {
            return Found.of(SetupFinding.SETTINGS_REFUSED, "why", e.why(), "action", e.action());
        }
        if (!Trial.isLetIn(signer, settings.claims(), clock.instant())) {
            return Found.of(SetupFinding.JITSI_TURNS_AWAY);
        }
        URI script = URI.create("https://" + settings.host() + "/external_api.js");
        try {
            if (!probe.finds(script)) {
                return Found.of(SetupFinding.JITSI_NONE_THERE, "host", settings.host());
            }
        } catch (IOException e) {
            return Found.of(SetupFinding.JITSI_NO_SCRIPT, "host", settings.host());
        }
        return withWhatItTells();
    }

    private Found withWhatItTells() {
        boolean little = settings.reservationsSecret() == null || settings.eventsSecret() == null;
        return Found.of(little ? SetupFinding.JITSI_TELLS_LITTLE : SetupFinding.JITSI_FINE, "host", settings.host());
    }
}
