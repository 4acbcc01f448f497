package health.consilium.platform.check;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import health.consilium.platform.config.ConsiliumProperties;
import health.consilium.platform.config.TlsProperties;
import org.springframework.stereotype.Component;

/** Everybody may sign in as everybody in the demo. */
@Component
class ModeCheck implements SetupCheck {
    private final ConsiliumProperties installation;
    private final TlsProperties tls;

    ModeCheck(ConsiliumProperties installation, TlsProperties tls) {
        this.installation = installation;
        this.tls = tls;
    }

    @Override
    public String name() {
        return "mode";
    }

    @Override
    public Found look() {
        if (!installation.demo()) {
            return Found.of(SetupFinding.MODE_PRODUCTION);
        }
        return Found.of(tls.trustedProxy() ? SetupFinding.MODE_DEMO_PUBLIC : SetupFinding.MODE_DEMO);
    }
}
