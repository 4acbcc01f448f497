package health.consilium.signalling.frame;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every frame type of protocol v1: its name on the wire, its record, whether it is numbered, and who may send it. */
public enum FrameType {
    HELLO("hello", ClientFrame.Hello.class, false, Right.HANDSHAKE),
    PING("ping", ClientFrame.Ping.class, false, Right.ANYBODY),
    CLIENT_ACK("ack", ClientFrame.Ack.class, false, Right.ANYBODY),
    RING("ring", ClientFrame.Ring.class, true, Right.SEAT),
    RING_CANCEL("ring.cancel", ClientFrame.RingCancel.class, true, Right.SEAT),
    RING_ACCEPT("ring.accept", ClientFrame.RingAccept.class, true, Right.ANYBODY),
    RING_DECLINE("ring.decline", ClientFrame.RingDecline.class, true, Right.ANYBODY),
    JOIN("join", ClientFrame.Join.class, true, Right.CALL),
    LEAVE("leave", ClientFrame.Leave.class, true, Right.CALL),
    MEDIA_STATE("media.state", ClientFrame.MediaState.class, true, Right.SEAT),
    MEDIA_LINK("media.link", ClientFrame.MediaLink.class, true, Right.NEGOTIATOR),
    CLIENT_RTC_DESCRIPTION("rtc.description", ClientFrame.RtcDescription.class, true, Right.NEGOTIATOR),
    CLIENT_RTC_CANDIDATES("rtc.candidates", ClientFrame.RtcCandidates.class, true, Right.NEGOTIATOR),
    RTC_RESET("rtc.reset", ClientFrame.RtcReset.class, true, Right.NEGOTIATOR),
    ICE_REFRESH("ice.refresh", ClientFrame.IceRefresh.class, true, Right.CALL),
    CHAT_SEND("chat.send", ClientFrame.ChatSend.class, true, Right.CALL),
    CHAT_READ("chat.read", ClientFrame.ChatRead.class, true, Right.CALL),
    CLIENT_CHAT_TYPING("chat.typing", ClientFrame.ChatTyping.class, false, Right.CALL),
    QUALITY_REPORT("quality.report", ClientFrame.QualityReport.class, false, Right.SEAT),
    QUALITY_TIMING("quality.timing", ClientFrame.QualityTiming.class, true, Right.SEAT),
    RECORDING_REQUEST("recording.request", ClientFrame.RecordingRequest.class, true, Right.SEAT),
    RECORDING_ANSWER("recording.answer", ClientFrame.RecordingAnswer.class, true, Right.SEAT),
    RECORDING_STOP("recording.stop", ClientFrame.RecordingStop.class, true, Right.SEAT),
    RECORDING_ABLE("recording.able", ClientFrame.RecordingAble.class, true, Right.SEAT),
    CLIENT_RECORDING_TAKE("recording.take", ClientFrame.RecordingTake.class, true, Right.SEAT),
    CLIENT_RECORDING_HEALTH("recording.health", ClientFrame.RecordingHealth.class, false, Right.SEAT),

    WELCOME("welcome", ServerFrame.Welcome.class, false),
    PONG("pong", ServerFrame.Pong.class, false),
    ACK("ack", ServerFrame.Ack.class, false),
    RING_INCOMING("ring.incoming", ServerFrame.RingIncoming.class, true),
    RING_STATE("ring.state", ServerFrame.RingState.class, true),
    RING_STOP("ring.stop", ServerFrame.RingStop.class, true),
    STATE("state", ServerFrame.State.class, true),
    SLOT_WARNING("slot.warning", ServerFrame.SlotWarning.class, true),
    PARTICIPANT_JOINED("participant.joined", ServerFrame.ParticipantJoined.class, true),
    PARTICIPANT_UPDATED("participant.updated", ServerFrame.ParticipantUpdated.class, true),
    PARTICIPANT_LEFT("participant.left", ServerFrame.ParticipantLeft.class, true),
    RTC_PEER("rtc.peer", ServerFrame.RtcPeer.class, true),
    RTC_DESCRIPTION("rtc.description", ServerFrame.RtcDescription.class, true),
    RTC_CANDIDATES("rtc.candidates", ServerFrame.RtcCandidates.class, true),
    ICE_SERVERS("ice.servers", ServerFrame.IceServersFrame.class, true),
    CHAT_MESSAGE("chat.message", ServerFrame.ChatMessageFrame.class, true),
    CHAT_DELIVERED("chat.delivered", ServerFrame.ChatDelivered.class, true),
    CHAT_TYPING("chat.typing", ServerFrame.ChatTyping.class, false),
    QUALITY_PEER("quality.peer", ServerFrame.QualityPeer.class, false),
    RECORDING_STATE("recording.state", ServerFrame.RecordingState.class, true),
    RECORDING_TAKE("recording.take", ServerFrame.RecordingTake.class, true),
    RECORDING_HEALTH("recording.health", ServerFrame.RecordingHealth.class, false),
    MESSAGES("messages", ServerFrame.Messages.class, true),
    BYE("bye", ServerFrame.Bye.class, true),
    PROBLEM("problem", ServerFrame.ProblemFrame.class, true);

    /** What a session must be to send a frame. */
    public enum Right {
        /** Only as the first frame of a connection. */
        HANDSHAKE,
        /** Any session. */
        ANYBODY,
        /** A session of a call's page, on standby or seated. */
        CALL,
        /** The session that negotiates media for its person. */
        NEGOTIATOR,
        /** The session that holds its person's seat. */
        SEAT,
        /** Nobody: the server's own. */
        SERVER
    }

    private static final Map<String, FrameType> FROM_CLIENTS = Arrays.stream(values())
            .filter(type -> type.right != Right.SERVER)
            .collect(Collectors.toMap(FrameType::wireName, Function.identity()));
    private static final Map<Class<?>, FrameType> FROM_SERVER = Arrays.stream(values())
            .filter(type -> type.right == Right.SERVER)
            .collect(Collectors.toMap(FrameType::body, Function.identity()));

    private final String wireName;
    private final Class<?> body;
    private final boolean reliable;
    private final Right right;

    FrameType(String wireName, Class<? extends ServerFrame> body, boolean reliable) {
        this.wireName = wireName;
        this.body = body;
        this.reliable = reliable;
        this.right = Right.SERVER;
    }

    FrameType(String wireName, Class<? extends ClientFrame> body, boolean reliable, Right right) {
        this.wireName = wireName;
        this.body = body;
        this.reliable = reliable;
        this.right = right;
    }

    public String wireName() {
        return wireName;
    }

    public Class<?> body() {
        return body;
    }

    /** Whether frames of this type are numbered, acknowledged and replayed. */
    public boolean reliable() {
        return reliable;
    }

    public Right right() {
        return right;
    }

    public static Optional<FrameType> fromClient(String wireName) {
        return Optional.ofNullable(FROM_CLIENTS.get(wireName));
    }

    public static Optional<FrameType> fromServer(String wireName) {
        return FROM_SERVER.values().stream()
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    public static FrameType of(ServerFrame frame) {
        FrameType type = FROM_SERVER.get(frame.getClass());
        if (type == null) {
            throw new IllegalStateException("no frame type for " + frame.getClass());
        }
        return type;
    }
}
