package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.ScriptProbe;
import health.consilium.conferencing.jitsi.token.Signer;
import health.consilium.conferencing.jitsi.token.Trial;
import health.consilium.kernel.CannotStart;
import health.consilium.kernel.SetupCheck;
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
            return Found.notUsed("No call goes by Jitsi as a service.", "");
        }
        Signer signer;
        try {
            signer = settings.signer();
        } catch (CannotStart e) {
            return Found.broken(e.why(), e.action());
        }
        if (!Trial.isLetIn(signer, settings.claims(), clock.instant())) {
            return Found.broken(
                    "JaaS would turn away what this key signs.", "Check consilium.conferencing.jaas.app-id and -.key-id.");
        }
        String host = JaasProperties.DOMAIN;
        URI script = URI.create("https://" + host + "/" + settings.tenant() + "/external_api.js");
        try {
            if (!probe.finds(script)) {
                return Found.broken(
                        host + " does not know this AppID.", "Check consilium.conferencing.jaas.app-id in the console.");
            }
        } catch (IOException e) {
            return Found.broken(
                    host + " does not answer, or does not know this AppID.",
                    "Check consilium.conferencing.jaas.app-id, and whether a firewall lets this server out by HTTPS.");
        }
        return settings.webhookSecret() == null
                ? Found.warning(
                        "The key signs what JaaS accepts. It does not tell who comes and goes, and recordings are lost after a day.",
                        "Set consilium.conferencing.jaas.webhook-secret; docs/providers.md says how.")
                : Found.fine("The key signs what JaaS accepts. Whether 8x8 has its public half, only the first call shows.");
    }
}
