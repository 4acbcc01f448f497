package health.consilium.signalling.spi;

import health.consilium.signalling.frame.ClientFrame;
import java.util.Set;

/** A module's part of the protocol. Whether the session may send the frame at all was checked before. */
public interface FrameHandler {
    Set<Class<? extends ClientFrame>> handles();

    /** @throws health.consilium.kernel.Problem answered to the sender as a problem frame */
    void handle(ClientFrame frame, Sender sender);
}
