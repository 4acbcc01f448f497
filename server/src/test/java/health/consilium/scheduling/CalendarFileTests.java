package health.consilium.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.UserId;
import health.consilium.scheduling.CalendarFile.Method;
import health.consilium.scheduling.CalendarFile.Party;
import health.consilium.scheduling.CalendarFile.Words;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** U2, PROVIDERS §5: what lands in somebody's calendar. */
class CalendarFileTests {
    private static final Instant NOW = Instant.parse("2030-01-07T09:00:00Z");
    private static final Instant START = Instant.parse("2030-03-31T00:30:00Z");
    private static final AppointmentId ID = new AppointmentId(UUID.randomUUID());
    private static final Party CLINIC = new Party("Clinic: \"Am Park\", Köln", "clinic@example.org");
    private static final Party PATIENT = new Party("Maria Rossi", "maria@example.org");
    private static final Words WORDS = new Words(
            "Video consultation with Dr Weber; in the clinic that has the longest of all names in the whole of Köln",
            "Ten minutes before, open the page.\nHave your medicines at hand, please.",
            "Online",
            URI.create("https://clinic.example.org/appointments/" + ID));

    @Test
    @DisplayName(
            "an invitation, its change and its cancellation are one event, valid, and each newer than the one before")
    void oneEventForEver() throws Exception {
        VEvent first = event(file(Method.REQUEST, 0));
        VEvent moved = event(file(Method.REQUEST, 1));
        VEvent gone = event(file(Method.CANCEL, 2));
        assertThat(value(first, "UID")).isEqualTo(value(moved, "UID")).isEqualTo(value(gone, "UID"));
        assertThat(value(first, "SEQUENCE")).isEqualTo("0");
        assertThat(value(moved, "SEQUENCE")).isEqualTo("1");
        assertThat(value(gone, "SEQUENCE")).isEqualTo("2");
        assertThat(value(gone, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(first, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(first, "DTSTART")).isEqualTo("20300331T003000Z");
        assertThat(value(first, "DTEND")).isEqualTo("20300331T010000Z");
    }

    @Test
    @DisplayName("lines end with CRLF and are at most 75 octets long, whatever letters a name has")
    void linesAreFolded() {
        String text = file(Method.REQUEST, 0);
        assertThat(text).contains("METHOD:REQUEST\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    @DisplayName("the reason for visit is nobody's business who looks into the calendar")
    void noReason() {
        assertThat(file(Method.PUBLISH, 0)).doesNotContain("Headache").contains("METHOD:PUBLISH");
    }

    private static String file(Method method, int revision) {
        Appointment appointment = new Appointment(
                ID,
                new UserId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                START,
                START.plusSeconds(1800),
                "Headache",
                method == Method.CANCEL ? AppointmentStatus.CANCELLED : AppointmentStatus.BOOKED,
                null,
                revision);
        return new String(
                CalendarFile.of(method, appointment, CLINIC, List.of(PATIENT), WORDS, NOW), StandardCharsets.UTF_8);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static VEvent event(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return calendar.<VEvent>getComponent("VEVENT").orElseThrow();
    }
}
