package health.consilium.scheduling;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * When a doctor can be booked, as they publish it, and what patients read when they choose.
 *
 * @param slotMinutes length of an appointment
 * @param bufferMinutes pause after each
 * @param noticeMinutes how shortly before its start a time may still be booked by patients
 * @param aheadDays how far ahead one may book
 * @param week spans in the doctor's zone
 * @param exceptions days that are not as the week says, by first day; those that are over are left out
 * @param languages BCP 47 tags of what the doctor speaks with patients
 * @param sentence one about the doctor; may be empty
 */
public record Availability(
        int slotMinutes,
        int bufferMinutes,
        int noticeMinutes,
        int aheadDays,
        Map<DayOfWeek, List<Span>> week,
        List<Dated> exceptions,
        List<String> languages,
        String sentence) {
    /** Nothing published yet. */
    public static final Availability NONE = new Availability(20, 10, 120, 60, Map.of(), List.of(), List.of(), "");

    /** An exception by its id. */
    public record Dated(UUID id, DayException what) {}

    /** Whether there is anything to book at all. */
    public boolean open() {
        return week.values().stream().anyMatch(spans -> !spans.isEmpty()) || !exceptions.isEmpty();
    }
}
