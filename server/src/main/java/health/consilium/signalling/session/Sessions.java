package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.identity.SignedOut;
import health.consilium.identity.Tickets;
import health.consilium.identity.Tickets.Holder;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.signalling.SignallingProperties;
import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.ClientFrame.Hello;
import health.consilium.signalling.frame.FrameCodec;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.frame.ServerFrame.Bye;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sessions begin with a ticket, go on over new connections, and end. */
@Component
public class Sessions {
    private static final int VERSION = 1;

    private final Tickets tickets;
    private final KnownConsultations known;
    private final SessionRegistry registry;
    private final SessionParts parts;
    private final FrameCodec codec;
    private final SignallingProperties settings;
    private final Clock clock;

    Sessions(
            Tickets tickets,
            KnownConsultations known,
            SessionRegistry registry,
            SessionParts parts,
            FrameCodec codec,
            SignallingProperties settings,
            Clock clock) {
        this.tickets = tickets;
        this.known = known;
        this.registry = registry;
        this.parts = parts;
        this.codec = codec;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The first frame of a connection.
     *
     * @throws Problem TICKET_REFUSED, UNSUPPORTED (no common version), CONSULTATION_ENDED
     */
    public Session open(Hello hello, String host, Link link) {
        if (!hello.versions().contains(VERSION)) {
            throw new Problem(ErrorCode.UNSUPPORTED, "This page is too old or too new. Please reload it.");
        }
        Holder holder = tickets.redeem(hello.ticket())
                .orElseThrow(() -> new Problem(ErrorCode.TICKET_REFUSED, "This ticket is not good any more."));
        Optional<Session> resumable = resumable(hello, holder);
        if (resumable.isPresent()) {
            return resume(
                    resumable.get(), Objects.requireNonNull(hello.resume()).lastSeq(), link);
        }
        return begin(holder, host, link);
    }

    private Optional<Session> resumable(Hello hello, Holder holder) {
        ClientFrame.Resume resume = hello.resume();
        return resume == null
                ? Optional.empty()
                : registry.find(resume.session())
                        .filter(session ->
                                session.user().login().equals(holder.user().login())
                                        && session.person().equals(holder.user().id())
                                        && Objects.equals(id(session.call()), holder.consultation())
                                        && session.canResumeFrom(resume.lastSeq()));
    }

    private static @Nullable UUID id(@Nullable ConsultationId call) {
        return call == null ? null : call.value();
    }

    private Session resume(Session session, long lastSeq, Link link) {
        session.attach(link, welcome(session, true, null), lastSeq);
        ConsultationId call = session.call();
        if (call != null) {
            parts.presences().resumed(session, call);
        }
        parts.broadcasts().cameOnline(session.person());
        return session;
    }

    /** Known to everybody before the snapshot is taken: what happens in between is kept and follows the welcome. */
    private Session begin(Holder holder, String host, Link link) {
        ConsultationId call = holder.consultation() == null ? null : new ConsultationId(holder.consultation());
        ConsultationView view = call == null ? null : open(call);
        boolean first = !registry.reachable(holder.user().id());
        Session session = new Session(holder.user(), call, host, codec);
        registry.add(session)
                .ifPresent(oldest -> end(oldest, new Bye("MOVED", "DISCONNECT"), CloseCode.CONNECTED_ELSEWHERE));
        try {
            if (view != null) {
                parts.presences().entered(session, view);
            }
            session.attach(link, welcome(session, false, snapshot(session, view)), 0);
        } catch (RuntimeException e) {
            // Nobody knows of this session: it must not stay as the one that negotiates for its person.
            end(session, new Bye("RESTART", "RECONNECT"), CloseCode.RESTART);
            throw e;
        }
        if (first) {
            parts.broadcasts().cameOnline(session.person());
        }
        return session;
    }

    private ConsultationView open(ConsultationId call) {
        return known.find(call)
                .filter(found -> !found.ended())
                .orElseThrow(() -> new Problem(ErrorCode.CONSULTATION_ENDED, "This consultation has been ended."));
    }

    private Object snapshot(Session session, @Nullable ConsultationView view) {
        return view == null
                ? parts.snapshots().lobby(session)
                : parts.snapshots().call(session, view.id(), parts.rooms().open(view.id(), view.doctor()));
    }

    private ServerFrame.Welcome welcome(Session session, boolean resumed, @Nullable Object snapshot) {
        return new ServerFrame.Welcome(
                VERSION,
                session.id(),
                resumed,
                session.received(),
                new ServerFrame.Heartbeat(
                        settings.heartbeat().toMillis(), settings.silence().toMillis()),
                settings.grace().toMillis(),
                clock.instant(),
                session.call() == null ? "lobby" : "call",
                KnownPeople.who(session.user()),
                snapshot);
    }

    /** A connection broke. The session waits for the next one. */
    public void disconnected(Session session, Link link) {
        ConsultationId call = session.call();
        if (session.detach(link, parts.ticker().now()) && call != null) {
            parts.presences().connectionLost(session, call);
        }
    }

    /** The page closed its connection itself: it will not be back, and nothing is kept for it. */
    public void left(Session session, Link link) {
        if (session.detach(link, parts.ticker().now())) {
            end(session, new Bye("LEFT", "DISCONNECT"), CloseCode.REPLACED);
        }
    }

    /** Lets sessions go whose pages did not come back. */
    void expire() {
        for (Session session : registry.all()) {
            if (session.awayLongerThan(settings.grace(), parts.ticker().now())) {
                end(session, new Bye("RESTART", "RECONNECT"), CloseCode.RESTART);
            }
        }
    }

    private void end(Session session, Bye bye, CloseCode code) {
        if (registry.remove(session)) {
            session.end(bye, code);
            ConsultationId call = session.call();
            if (call != null) {
                parts.presences().gone(session, call);
            }
        }
    }

    /** S3: nothing is delivered in either direction any more. */
    @EventListener
    void on(SignedOut signedOut) {
        for (Session session : registry.of(signedOut.user())) {
            if (signedOut.login() == null
                    || signedOut.login().equals(session.user().login())) {
                end(session, new Bye("SIGNED_OUT", "DISCONNECT"), CloseCode.REAUTHENTICATE);
            }
        }
    }
}
