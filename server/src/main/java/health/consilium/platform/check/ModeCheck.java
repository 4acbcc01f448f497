package health.consilium.platform.check;

import health.consilium.kernel.SetupCheck;
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
            return Found.fine("This is no demo: nobody signs in without a password.");
        }
        String remedy = "Set consilium.mode=production before the first patient, with a fresh data directory.";
        return tls.trustedProxy()
                ? Found.broken("The demo is on behind a public proxy: everybody may sign in as everybody.", remedy)
                : Found.notUsed("This is the demo: everybody may sign in as everybody.", remedy);
    }
}
