package health.consilium.signalling.ws;

import health.consilium.signalling.session.CloseCode;
import health.consilium.signalling.session.Link;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket. Whoever sends only queues; a virtual thread that exists while there is something to write does the
 * waiting, so that a slow reader holds up nobody; what was queued meanwhile goes out in one piece. A reader that is too slow is cut.
 */
final class Connection implements Link {
    private static final int MOST_QUEUED_CHARS = 1024 * 1024;

    private final Session socket;
    private final ArrayDeque<String> queue = new ArrayDeque<>(0);
    private int queuedChars;
    private boolean writing;
    private @Nullable CloseCode closing;

    Connection(Session socket) {
        this.socket = socket;
    }

    @Override
    public synchronized void send(String text) {
        if (closing != null) {
            return;
        }
        queue.add(text);
        queuedChars += text.length();
        if (queuedChars > MOST_QUEUED_CHARS) {
            queue.clear();
            closing = CloseCode.TOO_FAST;
        }
        write();
    }

    @Override
    public synchronized void close(CloseCode code) {
        if (closing == null) {
            closing = code;
            write();
        }
    }

    private void write() {
        if (!writing) {
            writing = true;
            Thread.startVirtualThread(this::drain);
        }
    }

    private void drain() {
        try {
            do {
                flush(socket.getBasicRemote());
            } while (!rest());
            CloseCode code = closeNow();
            if (code != null) {
                socket.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code.number()), ""));
            }
        } catch (IOException | IllegalStateException broken) {
            abandon();
        }
    }

    private void flush(RemoteEndpoint.Basic remote) throws IOException {
        remote.setBatchingAllowed(true);
        for (String text = next(); text != null; text = next()) {
            remote.sendText(text);
        }
        remote.setBatchingAllowed(false);
    }

    private synchronized @Nullable String next() {
        String text = queue.poll();
        if (text != null) {
            queuedChars -= text.length();
        }
        return text;
    }

    /** False when something was queued in the meantime. */
    private synchronized boolean rest() {
        boolean empty = queue.isEmpty();
        writing = !empty || closing != null;
        return empty;
    }

    private synchronized @Nullable CloseCode closeNow() {
        return closing;
    }

    /** The socket is broken; its closing is told to the handler by the container. */
    private synchronized void abandon() {
        queue.clear();
        queuedChars = 0;
        closing = CloseCode.REPLACED;
    }
}
