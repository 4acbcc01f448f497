package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.signalling.frame.FrameCodec;
import health.consilium.signalling.frame.FrameType;
import health.consilium.signalling.frame.MalformedFrame;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.frame.ServerFrame.Media;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of one person: numbers and keeps what it sends, and outlives the connection that carries it. */
public final class Session {
    /** What a page keeps is limited to 256 frames and 256 KiB (docs/protocol.md): far below that. */
    private static final int MOST_FRAMES = 16;

    private static final int MOST_CHARS = 32 * 1024;

    private final UUID id = UUID.randomUUID();
    private final CurrentUser user;
    private final @Nullable ConsultationId call;
    private final String host;
    private final FrameCodec codec;
    private final ReplayBuffer unacknowledged = new ReplayBuffer();
    private @Nullable Link link;
    private @Nullable Duration detachedAt;
    private long sent;
    private long received;
    private long acknowledgedToClient;
    private long charsToAcknowledge;
    private volatile Media media = Media.NOTHING;
    private volatile boolean over;

    /** @param call the consultation of a call session, null for a lobby session */
    Session(CurrentUser user, @Nullable ConsultationId call, String host, FrameCodec codec) {
        this.user = user;
        this.call = call;
        this.host = host;
        this.codec = codec;
    }

    public UUID id() {
        return id;
    }

    public CurrentUser user() {
        return user;
    }

    public UserId person() {
        return user.id();
    }

    public @Nullable ConsultationId call() {
        return call;
    }

    /** The name under which the browser reached us. */
    public String host() {
        return host;
    }

    public Media media() {
        return media;
    }

    void media(Media now) {
        media = now;
    }

    /** Numbers, keeps and sends; while no connection is there it is only kept. */
    public void send(ServerFrame frame) {
        send(frame, null);
    }

    public synchronized void send(ServerFrame frame, @Nullable String re) {
        if (over) {
            return;
        }
        boolean reliable = FrameType.of(frame).reliable();
        String text = codec.seal(frame, reliable ? ++sent : 0, received, re);
        acknowledgedToClient = received;
        charsToAcknowledge = 0;
        if (reliable) {
            unacknowledged.keep(sent, text);
        }
        if (link != null) {
            link.send(text);
        }
    }

    /** What a frame that came in is worth. */
    enum Arrival {
        NEW,
        SEEN_BEFORE
    }

    /** @param size of the frame in characters, about */
    synchronized Arrival arrived(long seq, long ack, int size) throws MalformedFrame {
        if (ack > sent) {
            throw new MalformedFrame("acknowledges what was never sent");
        }
        unacknowledged.acknowledged(ack);
        if (seq == 0) {
            return Arrival.NEW;
        }
        if (seq <= received) {
            return Arrival.SEEN_BEFORE;
        }
        if (seq != received + 1) {
            throw new MalformedFrame("a numbered frame is missing");
        }
        received = seq;
        charsToAcknowledge += size;
        return Arrival.NEW;
    }

    /** Confirms a request. */
    void confirm(@Nullable String re) {
        send(new ServerFrame.Ack(), re);
    }

    /**
     * Every frame that is sent acknowledges, at the latest the answer to the next ping. Before the page has kept much for
     * us, this is said alone.
     */
    synchronized void acknowledgeIfMuch() {
        if (received - acknowledgedToClient >= MOST_FRAMES || charsToAcknowledge >= MOST_CHARS) {
            send(new ServerFrame.Ack());
        }
    }

    synchronized long received() {
        return received;
    }

    synchronized boolean canResumeFrom(long lastSeq) {
        return !over && lastSeq <= sent && unacknowledged.reachesBackTo(lastSeq);
    }

    /** A connection carries this session from now on. The welcome goes first, then what the page has missed. */
    synchronized void attach(Link fresh, ServerFrame.Welcome welcome, long lastSeq) {
        if (link != null) {
            link.close(CloseCode.REPLACED);
        }
        link = fresh;
        detachedAt = null;
        unacknowledged.acknowledged(lastSeq);
        fresh.send(codec.seal(welcome, 0, received, null));
        unacknowledged.all().forEach(fresh::send);
    }

    /** False when another connection carries the session already. */
    synchronized boolean detach(Link gone, Duration now) {
        if (link != gone) {
            return false;
        }
        link = null;
        detachedAt = now;
        return true;
    }

    synchronized boolean attached() {
        return link != null;
    }

    synchronized boolean awayLongerThan(Duration grace, Duration now) {
        return detachedAt != null && now.minus(detachedAt).compareTo(grace) >= 0;
    }

    /** Says goodbye and lets go; nothing is sent or kept any more. */
    synchronized void end(ServerFrame.Bye bye, CloseCode code) {
        send(bye);
        over = true;
        if (link != null) {
            link.close(code);
            link = null;
        }
    }
}
