package health.consilium.platform.check;

import health.consilium.kernel.SetupCheck;
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
        String remedy = "Set consilium.public-url, for example https://video.clinic.example.";
        if (address == null) {
            return demo
                    ? Found.notUsed("Links lead to this computer.", "")
                    : Found.broken("Nobody said under which address browsers come: links would lead nowhere.", remedy);
        }
        return address.startsWith("https://") || demo
                ? Found.fine("Links begin with " + address + ".")
                : Found.broken(
                        "Links begin with " + address + ", and browsers want https for camera and microphone.", remedy);
    }
}
