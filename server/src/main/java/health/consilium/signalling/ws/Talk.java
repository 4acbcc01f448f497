package health.consilium.signalling.ws;

import health.consilium.signalling.SignallingProperties;
import health.consilium.signalling.session.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one connection has said so far: the parts of a message, its session, and whether it speaks too fast. */
final class Talk {
    static final int LONGEST = 64 * 1024;
    private static final int MOST_PARTS = 256;
    /** What comes in parts is most often a description, of four to five thousand characters. */
    private static final int DESCRIPTION = 5 * 1024;

    private final Connection connection;
    private final String host;
    private final SignallingProperties settings;
    private final Duration began;
    private @Nullable StringBuilder parts;
    private int count;
    private volatile @Nullable Session session;
    private volatile Duration heardAt;
    private double tokens;

    /** @param host the name under which the browser reached us */
    Talk(Connection connection, String host, SignallingProperties settings, Duration now) {
        this.connection = connection;
        this.host = host;
        this.settings = settings;
        this.began = now;
        this.heardAt = now;
        this.tokens = settings.burst();
    }

    Connection connection() {
        return connection;
    }

    String host() {
        return host;
    }

    @Nullable
    Session session() {
        return session;
    }

    void session(Session begun) {
        session = begun;
    }

    /** The whole message once its last part is there; null before. */
    @Nullable
    String join(CharSequence part, boolean last) throws TooLong {
        int before = parts == null ? 0 : parts.length();
        count++;
        if (before + part.length() > LONGEST || count > MOST_PARTS) {
            throw new TooLong();
        }
        if (last) {
            count = 0;
        }
        if (last && parts == null) {
            return part.toString();
        }
        StringBuilder all = parts == null ? new StringBuilder(DESCRIPTION) : parts;
        all.append(part);
        parts = last ? null : all;
        return last ? all.toString() : null;
    }

    /** A message over the limit. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Takes a token from the bucket; false when it is empty. */
    boolean maySpeak(Duration now) {
        double refill = now.minus(heardAt).toNanos() / 1e9 * settings.perSecond();
        tokens = Math.min(settings.burst(), tokens + refill) - 1;
        heardAt = now;
        return tokens >= 0;
    }

    boolean silentTooLong(Duration now) {
        return session == null
                ? now.minus(began).compareTo(settings.handshake()) >= 0
                : now.minus(heardAt).compareTo(settings.silence()) >= 0;
    }
}
