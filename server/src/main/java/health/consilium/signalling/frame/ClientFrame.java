package health.consilium.signalling.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a browser may say. The record's components are the frame's body, member by member (docs/protocol.md). */
public sealed interface ClientFrame {
    record Hello(
            List<Integer> versions,
            String ticket,
            ClientInfo client,
            @Nullable Resume resume) implements ClientFrame {}

    record ClientInfo(String name, String version) {}

    record Resume(UUID session, long lastSeq) {}

    record Ping() implements ClientFrame {}

    record Ack() implements ClientFrame {}

    record Ring() implements ClientFrame {}

    record RingCancel() implements ClientFrame {}

    record RingAccept(UUID consultation) implements ClientFrame {}

    record RingDecline(
            UUID consultation, String why, @Nullable String note) implements ClientFrame {}

    record Join(@Nullable Boolean takeover) implements ClientFrame {}

    record Leave() implements ClientFrame {}

    @JsonInclude
    record MediaState(
            boolean microphone,
            boolean camera,
            boolean screen,
            @Nullable Boolean paused,
            @Nullable Receive receive,
            @Nullable String stay)
            implements ClientFrame {}

    /** How much of the others' pictures somebody wants: as good as it gets, as few bytes as possible, none. */
    enum Receive {
        full,
        low,
        sound
    }

    record MediaLink(UUID peer, int generation, LinkState state) implements ClientFrame {}

    /** Whether media flows between two peers. */
    enum LinkState {
        up,
        lost
    }

    record RtcDescription(UUID to, int generation, Unread description) implements ClientFrame {}

    /** @param complete there will be no more */
    record RtcCandidates(UUID to, int generation, List<Unread> candidates, boolean complete) implements ClientFrame {}

    record RtcReset(UUID to, int generation) implements ClientFrame {}

    record IceRefresh() implements ClientFrame {}

    record ChatSend(
            UUID key, @Nullable String text, @Nullable UUID attachment) implements ClientFrame {}

    record ChatRead(UUID upTo) implements ClientFrame {}

    record ChatTyping(boolean typing) implements ClientFrame {}

    record QualityReport(
            UUID peer, int generation, @Nullable Sight sight) implements ClientFrame {}

    /**
     * @param wording the version of the text that was read; {@code locale}: in which language
     * @param text the very words that were shown
     */
    record RecordingRequest(
            String wording, String locale, @Nullable String text) implements ClientFrame {}

    /** For oneself; no after yes takes the consent back. */
    record RecordingAnswer(
            UUID recording,
            boolean agreed,
            String wording,
            String locale,
            @Nullable String text) implements ClientFrame {}

    record RecordingStop(UUID recording) implements ClientFrame {}

    /** Begins one unbroken run of one recorder. */
    record RecordingTake(UUID recording, String mimeType) implements ClientFrame {}

    /** Whether this page can record, where it is asked to or was not able to before. */
    record RecordingAble(UUID recording, boolean able) implements ClientFrame {}

    /** @param trouble null when it is over */
    record RecordingHealth(UUID recording, @Nullable Trouble trouble, Instant since) implements ClientFrame {}

    /** What may be wrong with what is being recorded, or with its way here. */
    enum Trouble {
        SILENT,
        OWN_VOICE,
        OTHER_VOICE,
        BLACK,
        FROZEN,
        STALLED,
        FULL,
        SLOW,
        REFUSED
    }

    /** How long something took that people wait for, in milliseconds. */
    record QualityTiming(Wait what, int millis) implements ClientFrame {}

    /** From being here, both, to the first picture or sound; from a broken connection to one that works. */
    enum Wait {
        setUp,
        reconnect
    }
}
