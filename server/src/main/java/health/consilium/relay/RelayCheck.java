package health.consilium.relay;

import health.consilium.kernel.SetupCheck;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.springframework.stereotype.Component;

/** Whether there is a relay for strict networks. Whom it reaches, {@code turn-check} asks it. */
@Component
class RelayCheck implements SetupCheck {
    private static final int PATIENCE_MS = 2_000;

    private final RelayProperties settings;

    RelayCheck(RelayProperties settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public Found look() {
        if (!settings.urls().isEmpty()) {
            return Found.fine("Browsers are given a relay elsewhere; consilium turn-check asks it whom it reaches.");
        }
        if (!settings.enabled()) {
            return Found.warning(
                    "There is no relay: calls through strict firewalls will not connect.",
                    "Set consilium.relay.enabled=true and install coturn, or name one in consilium.relay.urls.");
        }
        String host = settings.listenAddresses().isEmpty()
                ? "127.0.0.1"
                : settings.listenAddresses().getFirst();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, settings.port()), PATIENCE_MS);
            return Found.fine("The relay answers at port " + settings.port() + "; consilium turn-check asks it more.");
        } catch (IOException e) {
            return Found.warning(
                    "Nothing answers at the relay's port " + settings.port() + ".",
                    "While the server runs: install coturn (apt-get install coturn) and read the server's log.");
        }
    }
}
