package health.consilium.signalling.ws;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.signalling.SignallingProperties;
import health.consilium.signalling.frame.ClientFrame.Hello;
import health.consilium.signalling.frame.Envelope;
import health.consilium.signalling.frame.FrameCodec;
import health.consilium.signalling.frame.MalformedFrame;
import health.consilium.signalling.session.CloseCode;
import health.consilium.signalling.session.Inbound;
import health.consilium.signalling.session.Sessions;
import health.consilium.signalling.session.Ticker;
import jakarta.websocket.Session;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Joins parts, counts, asks for the greeting first, and passes frames on. */
@Component
class SignallingHandler {
    private static final Logger log = LoggerFactory.getLogger(SignallingHandler.class);

    private final Sessions sessions;
    private final Inbound inbound;
    private final FrameCodec codec;
    private final SignallingProperties settings;
    private final Ticker ticker;
    private final Set<Talk> talks = ConcurrentHashMap.newKeySet();

    SignallingHandler(
            Sessions sessions, Inbound inbound, FrameCodec codec, SignallingProperties settings, Ticker ticker) {
        this.sessions = sessions;
        this.inbound = inbound;
        this.codec = codec;
        this.settings = settings;
        this.ticker = ticker;
    }

    Talk opened(Session socket) {
        URI uri = socket.getRequestURI();
        String host = uri == null || uri.getHost() == null ? "localhost" : uri.getHost();
        Talk talk = new Talk(new Connection(socket), host, settings, ticker.now());
        talks.add(talk);
        return talk;
    }

    void hears(Talk talk, String part, boolean last) {
        try {
            String text = talk.join(part, last);
            if (text != null) {
                receive(talk, text);
            }
        } catch (Talk.TooLong | MalformedFrame e) {
            doesNotUnderstand(talk);
        }
    }

    void doesNotUnderstand(Talk talk) {
        close(talk, CloseCode.PROTOCOL);
    }

    void failed(Talk talk) {
        close(talk, CloseCode.RESTART);
    }

    private void receive(Talk talk, String text) throws MalformedFrame {
        if (!talk.maySpeak(ticker.now())) {
            close(talk, CloseCode.TOO_FAST);
            return;
        }
        Envelope frame = codec.open(text);
        var session = talk.session();
        if (session != null) {
            inbound.receive(session, frame);
        } else if (frame.type().equals("hello")) {
            greet(talk, codec.body(frame.body(), Hello.class));
        } else {
            throw new MalformedFrame("nothing is accepted before the greeting");
        }
    }

    private void greet(Talk talk, Hello hello) {
        try {
            var session = sessions.open(hello, talk.host(), talk.connection());
            talk.session(session);
            if (!talks.contains(talk)) {
                // It closed while it was being greeted, when nobody knew of the session yet.
                sessions.disconnected(session, talk.connection());
            }
        } catch (Problem problem) {
            close(talk, code(problem.code()));
        } catch (RuntimeException e) {
            log.error("greeting failed: {}", e.getClass().getName(), e);
            close(talk, CloseCode.RESTART);
        }
    }

    private static CloseCode code(ErrorCode refusal) {
        return switch (refusal) {
            case TICKET_REFUSED -> CloseCode.REAUTHENTICATE;
            case CONSULTATION_ENDED -> CloseCode.ENDED;
            case UNSUPPORTED -> CloseCode.PROTOCOL;
            default -> CloseCode.REFUSED;
        };
    }

    /** @param onPurpose the page said goodbye; everything else may be a network that breaks */
    void closed(Talk talk, boolean onPurpose) {
        talks.remove(talk);
        var session = talk.session();
        if (session != null && onPurpose) {
            sessions.left(session, talk.connection());
        } else if (session != null) {
            sessions.disconnected(session, talk.connection());
        }
    }

    /** A connection that says nothing is dead, whatever the network says. */
    @Scheduled(fixedDelay = 1_000)
    void dropSilent() {
        talks.stream()
                .filter(talk -> talk.silentTooLong(ticker.now()))
                .forEach(talk -> close(talk, talk.session() == null ? CloseCode.REFUSED : CloseCode.RESTART));
    }

    private static void close(Talk talk, CloseCode code) {
        talk.connection().close(code);
    }
}
