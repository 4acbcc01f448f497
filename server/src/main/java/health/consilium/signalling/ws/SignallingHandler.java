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
import health.consilium.signalling.session.Session;
import health.consilium.signalling.session.Sessions;
import health.consilium.signalling.session.Ticker;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** The endpoint: joins parts, counts, asks for the greeting first, and passes frames on. */
@Component
class SignallingHandler extends TextWebSocketHandler {
    private static final Logger log = LoggerFactory.getLogger(SignallingHandler.class);

    private final Sessions sessions;
    private final Inbound inbound;
    private final FrameCodec codec;
    private final SignallingProperties settings;
    private final Ticker ticker;
    private final ConcurrentMap<String, Talk> talks = new ConcurrentHashMap<>();

    SignallingHandler(
            Sessions sessions, Inbound inbound, FrameCodec codec, SignallingProperties settings, Ticker ticker) {
        this.sessions = sessions;
        this.inbound = inbound;
        this.codec = codec;
        this.settings = settings;
        this.ticker = ticker;
    }

    /** A description may be longer than the container's buffer; it then comes in parts. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        talks.put(socket.getId(), new Talk(new Connection(socket), settings, ticker.now()));
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
        Talk talk = talks.get(socket.getId());
        if (talk == null) {
            return;
        }
        try {
            String text = talk.join(message.getPayload(), message.isLast());
            if (text != null) {
                receive(socket, talk, text);
            }
        } catch (Talk.TooLong | MalformedFrame e) {
            close(talk, CloseCode.PROTOCOL);
        }
    }

    private void receive(WebSocketSession socket, Talk talk, String text) throws MalformedFrame {
        if (!talk.maySpeak(ticker.now())) {
            close(talk, CloseCode.TOO_FAST);
            return;
        }
        Envelope frame = codec.open(text);
        Session session = talk.session();
        if (session != null) {
            inbound.receive(session, frame);
        } else if (frame.type().equals("hello")) {
            greet(socket, talk, codec.body(frame.body(), Hello.class));
        } else {
            throw new MalformedFrame("nothing is accepted before the greeting");
        }
    }

    private void greet(WebSocketSession socket, Talk talk, Hello hello) {
        try {
            URI uri = socket.getUri();
            String host = uri == null || uri.getHost() == null ? "localhost" : uri.getHost();
            Session session = sessions.open(hello, host, talk.connection());
            talk.session(session);
            if (talks.get(socket.getId()) != talk) {
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

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        Talk talk = talks.remove(socket.getId());
        Session session = talk == null ? null : talk.session();
        if (talk != null && session != null) {
            sessions.disconnected(session, talk.connection());
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable broken) {
        log.debug("connection broke: {}", broken.getClass().getName());
    }

    /** A connection that says nothing is dead, whatever the network says. */
    @Scheduled(fixedDelay = 1_000)
    void dropSilent() {
        talks.values().stream()
                .filter(talk -> talk.silentTooLong(ticker.now()))
                .forEach(talk -> close(talk, talk.session() == null ? CloseCode.REFUSED : CloseCode.RESTART));
    }

    private static void close(Talk talk, CloseCode code) {
        talk.connection().close(code);
    }
}
