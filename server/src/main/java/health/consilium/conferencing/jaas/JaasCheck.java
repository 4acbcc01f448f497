package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.ScriptProbe;
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

/** Whether people would come in at JaaS: the key signs what it accepts, and its script is there. */
@Component
class JaasCheck implements SetupCheck {
    private final JaasProperties settings;
    private final ScriptProbe probe;
    private final Clock clock;

    @Autowired
    JaasCheck(JaasProperties settings, Clock clock) {
        this(settings, ScriptProbe.ofTheNetwork(), clock);
    }

    JaasCheck(JaasProperties settings, ScriptProbe probe, Clock clock) {
        this.settings = settings;
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "jaas";
    }

    @Override
    public Found look() {
        if (!settings.there()) {
            return Found.of(SetupFinding.JAAS_NOT_USED);
        }
        Signer signer;
        try {
            signer = settings.signer();
        } catch (CannotStart e) {
            return Found.of(SetupFinding.SETTINGS_REFUSED, "why", e.why(), "action", e.action());
        }
        if (!Trial.isLetIn(signer, settings.claims(), clock.instant())) {
            return Found.of(SetupFinding.JAAS_TURNS_AWAY);
        }
        String host = JaasProperties.DOMAIN;
        URI script = URI.create("https://" + host + "/" + settings.tenant() + "/external_api.js");
        try {
            if (!probe.finds(script)) {
                return Found.of(SetupFinding.JAAS_UNKNOWN, "host", host);
            }
        } catch (IOException e) {
            return Found.of(SetupFinding.JAAS_AWAY, "host", host);
        }
        return Found.of(settings.webhookSecret() == null ? SetupFinding.JAAS_TELLS_LITTLE : SetupFinding.JAAS_FINE);
    }
}
