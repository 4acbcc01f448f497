package health.consilium.platform.check;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import health.consilium.platform.config.ConsiliumProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links in mails begin with the public address, and who pays comes back to it. */
@Component
class AddressCheck implements SetupCheck {
    private final ConsiliumProperties installation;

    AddressCheck(ConsiliumProperties installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return "address";
    }

    @Override
    public Found look() {
        return judge(installation.publicUrl(), installation.demo());
    }

    static Found judge(@Nullable String address, boolean demo) {
        if (address == null) {
            return Found.of(demo ? SetupFinding.ADDRESS_THIS_COMPUTER : SetupFinding.ADDRESS_MISSING);
        }
        boolean good = address.startsWith("https://") || demo;
        return Found.of(good ? SetupFinding.ADDRESS_GOOD : SetupFinding.ADDRESS_NOT_HTTPS, "address", address);
    }
}
