package health.consilium.signalling.ws;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One socket as the container sees it. A description may be longer than the container's buffer: messages come in parts. */
final class SignallingSocket extends Endpoint implements MessageHandler.Partial<String> {
    private static final Logger log = LoggerFactory.getLogger(SignallingSocket.class);

    private final SignallingHandler handler;
    private @Nullable Talk talk;

    SignallingSocket(SignallingHandler handler) {
        this.handler = handler;
    }

    @Override
    public void onOpen(Session socket, EndpointConfig config) {
        Talk begun = handler.opened(socket);
        talk = begun;
        socket.addMessageHandler(String.class, this);
        socket.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>)
                (part, last) -> handler.doesNotUnderstand(begun));
    }

    @Override
    public void onMessage(String part, boolean last) {
        if (talk != null) {
            handler.hears(talk, part, last);
        }
    }

    @Override
    public void onClose(Session socket, CloseReason reason) {
        if (talk != null) {
            handler.closed(talk, reason.getCloseCode() == CloseReason.CloseCodes.NORMAL_CLOSURE);
        }
    }

    @Override
    public void onError(Session socket, Throwable broken) {
        if (broken instanceof IOException) {
            log.debug("connection broke: {}", broken.getClass().getName());
        } else if (talk != null) {
            log.error("a socket failed: {}", broken.getClass().getName(), broken);
            handler.failed(talk);
        }
    }
}
