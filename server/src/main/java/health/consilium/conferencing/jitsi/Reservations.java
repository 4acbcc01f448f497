package health.consilium.conferencing.jitsi;

import health.consilium.conferencing.spi.BookedRoom;
import health.consilium.conferencing.spi.RoomBook;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a room may be, as Jitsi asks before it makes one. Its token guards the person; this guards the room: ours, of now,
 * and not ended. The words of a refusal are shown to whoever wanted to come in.
 */
@Component
class Reservations {
    /** Milliseconds must be there; Prosody's parser reads no other form. */
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int LONGEST_OWNER = 200;
    /** Whoever comes again after a broken line is counted twice until Jitsi notices that the first is gone. */
    private static final int TWICE = 2;

    private final RoomBook book;
    private final Clock clock;
    private final Duration extension;

    Reservations(RoomBook book, Clock clock, @Value("${consilium.consultation.extension:15m}") Duration extension) {
        this.book = book;
        this.clock = clock;
        this.extension = extension;
    }

    /**
     * The conference that may be: all that mod_reservations wants to read. Asked again, the answer is the same, so there is
     * never a conflict (409); one who asks for a conference by its id gets it.
     *
     * @param owner the account that came first, which is anonymous and says nothing
     * @throws Problem NOT_FOUND, TOO_EARLY, TOO_LATE, CONSULTATION_ENDED
     */
    Map<String, Object> conference(String name, String owner) {
        BookedRoom room = book.find(JitsiProvider.NAME, name)
                .orElseThrow(() -> new Problem(
                        ErrorCode.NOT_FOUND,
                        "This is no room of ours. Please go back to your appointment and come in from there."));
        Instant now = clock.instant();
        refuse(room, now);
        Map<String, Object> conference = new LinkedHashMap<>();
        conference.put("id", room.room().name());
        conference.put("name", room.room().name());
        conference.put("mail_owner", owner.length() > LONGEST_OWNER ? owner.substring(0, LONGEST_OWNER) : owner);
        conference.put("start_time", FORM.format(now));
        conference.put("duration", untilTheLastEnd(room, now));
        conference.put("max_occupants", TWICE * room.maxParticipants());
        return conference;
    }

    /** Jitsi asks once and never again, and the doctor may extend; when we end it earlier, the page ends it there. */
    private long untilTheLastEnd(BookedRoom room, Instant now) {
        return Duration.between(now, room.endsAt().plus(extension)).toSeconds();
    }

    private static void refuse(BookedRoom room, Instant now) {
        if (room.closed()) {
            throw new Problem(ErrorCode.CONSULTATION_ENDED, "This consultation is over.");
        }
        if (now.isBefore(room.opensAt())) {
            throw new Problem(
                    ErrorCode.TOO_EARLY,
                    "It is not time yet. Please wait on the page of your appointment; it lets you in.");
        }
        if (!room.openAt(now)) {
            throw new Problem(
                    ErrorCode.TOO_LATE, "The time of this appointment is over. Please ask the clinic for a new one.");
        }
    }
}
