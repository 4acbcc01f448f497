package health.consilium.signalling.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.consilium.relay.IceServersJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server may say. The record's components are the frame's body, member by member (docs/protocol.md). */
public sealed interface ServerFrame {
    record Who(UUID id, String name, String role) {}

    record Welcome(
            int version,
            UUID session,
            boolean resumed,
            long lastSeq,
            Heartbeat heartbeat,
            long grace,
            Instant serverTime,
            String scope,
            Who you,
            @Nullable Object snapshot)
            implements ServerFrame {}

    /** In milliseconds. */
    record Heartbeat(long interval, long timeout) {}

    record LobbySnapshot(List<RingIncoming> rings, List<State> consultations) {}

    record CallSnapshot(
            State state,
            List<Participant> participants,
            List<RtcPeer> peers,
            @Nullable RingState ring,
            IceServersJson iceServers,
            boolean seated,
            boolean seatTaken,
            boolean recordable,
            RecordingRules recordingRules,
            @Nullable RecordingState recording) {}

    /**
     * What the clinic does with every recording, for people to read before they are asked.
     *
     * @param place where recordings are kept: server (of the clinic), bucket (an object store that the clinic has chosen)
     */
    record RecordingRules(
            String onWithdrawal, int keptDays, @Nullable String service, String place) {}

    record Pong(Instant serverTime) implements ServerFrame {}

    record Ack() implements ServerFrame {}

    record RingIncoming(UUID consultation, AppointmentInfo appointment, Who from, Instant since)
            implements ServerFrame {}

    record AppointmentInfo(UUID id, Instant start, Instant end, String reason) {}

    record RingState(
            UUID consultation,
            String state,
            @Nullable String why,
            @Nullable String note) implements ServerFrame {}

    record RingStop(UUID consultation, String reason) implements ServerFrame {}

    record State(
            UUID consultation,
            UUID appointment,
            long version,
            String phase,
            List<UUID> present,
            @Nullable UUID absent,
            Instant opensAt,
            Instant startsAt,
            Instant endsAt,
            @Nullable Instant noShowAt,
            @Nullable Instant graceEndsAt,
            @Nullable Instant firstLiveAt,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            Extension extension)
            implements ServerFrame {}

    /** In minutes. */
    record Extension(int used, int available) {}

    record SlotWarning(UUID consultation, int minutesLeft, Instant endsAt) implements ServerFrame {}

    record Participant(UUID id, String name, String role, boolean present, Media media) {}

    /**
     * {@code paused}: the camera is on, but the way is too narrow for its picture.
     *
     * @param stay how the room of the provider that carries the call names this person's page; null: it is in none
     */
    record Media(
            boolean microphone,
            boolean camera,
            boolean screen,
            boolean paused,
            ClientFrame.Receive receive,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String stay) {
        public static final Media NOTHING = new Media(false, false, false, false, ClientFrame.Receive.full, null);
    }

    record ParticipantJoined(Participant participant) implements ServerFrame {}

    record ParticipantUpdated(Participant participant) implements ServerFrame {}

    record ParticipantLeft(Participant participant) implements ServerFrame {}

    record RtcPeer(UUID peer, int generation, boolean polite, boolean offers) implements ServerFrame {}

    record RtcDescription(UUID from, int generation, Unread description) implements ServerFrame {}

    /** @param complete there will be no more */
    record RtcCandidates(UUID from, int generation, List<Unread> candidates, boolean complete) implements ServerFrame {}

    record IceServersFrame(
            List<IceServersJson.ServerJson> servers,
            @Nullable Instant expiresAt) implements ServerFrame {}

    record ChatMessageFrame(ChatMessage message) implements ServerFrame {}

    record ChatMessage(
            UUID id,
            UUID key,
            Who from,
            String text,
            @Nullable Attachment attachment,
            Instant sentAt) {}

    record Attachment(UUID id, String name, String type, long size) {}

    record ChatDelivered(UUID by, UUID upTo, String state) implements ServerFrame {}

    record ChatTyping(UUID from, boolean typing) implements ServerFrame {}

    record QualityPeer(UUID from, int score, @Nullable Sight sight) implements ServerFrame {}

    /**
     * @param phase ASKED, RECORDING, PAUSED, STOPPED, DELETED
     * @param recorder whose page records
     * @param reason why it does not record now: JOINED, LEFT, WITHDRAWN, DECLINED, STOPPED, STORAGE_FULL, STORAGE_AWAY,
     *     SERVICE_FAILED, ENDED
     * @param onWithdrawal what becomes of the earlier part: keep, delete; as everybody read who agreed to this one
     * @param place as in the rules
     */
    record RecordingState(
            UUID recording,
            String phase,
            @Nullable UUID recorder,
            List<RecordingAnswer> answers,
            @Nullable Instant startedAt,
            @Nullable String reason,
            String wording,
            String onWithdrawal,
            int keptDays,
            @Nullable String service,
            String place)
            implements ServerFrame {}

    /** @param answer PENDING, AGREED, DECLINED, WITHDRAWN */
    record RecordingAnswer(UUID participant, String answer) {}

    record RecordingTake(UUID recording, int take) implements ServerFrame {}

    /** @param trouble null when it is over */
    record RecordingHealth(UUID from, UUID recording, ClientFrame.@Nullable Trouble trouble, Instant since)
            implements ServerFrame {}

    /** How many messages its person has not read. */
    record Messages(int unread) implements ServerFrame {}

    record Bye(String reason, String action) implements ServerFrame {}

    record ProblemFrame(
            String code,
            String category,
            String message,
            boolean retryable,
            @Nullable Long retryAfter) implements ServerFrame {}
}
