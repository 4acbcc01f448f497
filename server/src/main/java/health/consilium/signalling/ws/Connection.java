package health.consilium.signalling.ws;

import health.consilium.signalling.session.CloseCode;
import health.consilium.signalling.session.Link;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.tomcat.websocket.WholeText;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket. Whoever sends writes at once, but never waits for the reader: what does not fit into the network's buffer
 * now goes on when it does, and what is sent meanwhile queues. A reader that is too slow is cut.
 */
final class Connection implements Link {
    private static final int MOST_QUEUED_CHARS = 1024 * 1024;
    private static final long GIVES_UP_AFTER_MILLIS = 20_000;

    private final Session socket;
    private final ArrayDeque<String> queue = new ArrayDeque<>(0);
    private int queuedChars;
    private boolean writing;
    private @Nullable CloseCode closing;

    Connection(Session socket) {
        this.socket = socket;
        socket.getAsyncRemote().setSendTimeout(GIVES_UP_AFTER_MILLIS);
    }

    @Override
    public void send(String text) {
        if (queue(text)) {
            write();
        }
    }

    @Override
    public void close(CloseCode code) {
        if (closes(code)) {
            write();
        }
    }

    /** True when the caller is the one who writes from now on. */
    private synchronized boolean queue(String text) {
        if (closing != null) {
            return false;
        }
        queue.add(text);
        queuedChars += text.length();
        if (queuedChars > MOST_QUEUED_CHARS) {
            queue.clear();
            closing = CloseCode.TOO_FAST;
        }
        return begins();
    }

    private synchronized boolean closes(CloseCode code) {
        if (closing != null) {
            return false;
        }
        closing = code;
        return begins();
    }

    private synchronized boolean begins() {
        boolean first = !writing;
        writing = true;
        return first;
    }

    /** Hands over one text after the other for as long as each is taken at once; the rest follows when one has been. */
    private void write() {
        try {
            for (String text = next(); text != null; text = next()) {
                Handover handover = new Handover();
                WholeText.send(socket, text, handover);
                if (!handover.isOver()) {
                    return;
                }
            }
        } catch (IllegalStateException | IllegalArgumentException broken) {
            abandon();
        }
    }

    /** Null when there is nothing more to write; then, when it is to be closed, the closing goes on its way. */
    private synchronized @Nullable String next() {
        String text = queue.poll();
        if (text != null) {
            queuedChars -= text.length();
        } else if (closing != null) {
            CloseCode code = closing;
            // Says goodbye and waits for the reader a moment; stays the one who writes, so that it happens once.
            Thread.startVirtualThread(() -> goodbye(code));
        } else {
            writing = false;
        }
        return text;
    }

    private void goodbye(CloseCode code) {
        try {
            socket.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code.number()), ""));
        } catch (IOException | IllegalStateException broken) {
            abandon();
        }
    }

    /** The socket is broken; its closing is told to the handler by the container. */
    private synchronized void abandon() {
        queue.clear();
        queuedChars = 0;
        closing = CloseCode.REPLACED;
    }

    /** One text on its way. Its end is told either while it is handed over or later, by another thread, which then goes on. */
    private final class Handover implements SendHandler {
        private final AtomicBoolean one = new AtomicBoolean();

        /** Asked once, after handing over: true when it has been sent; otherwise the one who tells so goes on. */
        boolean isOver() {
            return !one.compareAndSet(false, true);
        }

        @Override
        public void onResult(SendResult result) {
            if (!result.isOK()) {
                abandon();
            } else if (!one.compareAndSet(false, true)) {
                write();
            }
        }
    }
}
