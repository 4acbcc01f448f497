package health.consilium.relay.probe;

import java.io.Closeable;
import java.io.IOException;

/** Carries messages to a relay and back. */
interface Wire extends Closeable {
    /**
     * @return the next message of the relay's after it was sent
     * @throws IOException also when none comes
     */
    byte[] ask(byte[] message) throws IOException;

    static Wire to(TurnUrl url, Trust trust) throws IOException {
        return url.stream() ? new StreamWire(url, trust) : new PacketWire(url);
    }
}
