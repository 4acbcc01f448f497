package health.consilium.relay;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
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
            return Found.of(SetupFinding.RELAY_ELSEWHERE);
        }
        if (!settings.enabled()) {
            return Found.of(SetupFinding.RELAY_NONE);
        }
        String host = settings.listenAddresses().isEmpty()
                ? "127.0.0.1"
                : settings.listenAddresses().getFirst();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, settings.port()), PATIENCE_MS);
            return Found.of(SetupFinding.RELAY_ANSWERS, "port", settings.port());
        } catch (IOException e) {
            return Found.of(SetupFinding.RELAY_SILENT, "port", settings.port());
        }
    }
}
