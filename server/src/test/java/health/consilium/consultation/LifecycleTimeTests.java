package health.consilium.consultation;

import static health.consilium.consultation.Story.DOCTOR;
import static health.consilium.consultation.Story.END;
import static health.consilium.consultation.Story.PATIENT;
import static health.consilium.consultation.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.domain.Fact;
import health.consilium.consultation.domain.Happening;
import health.consilium.consultation.domain.Phase;
import health.consilium.kernel.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The edges of time: one millisecond before, on it, one after. */
class LifecycleTimeTests {
    private static final Duration MS = Duration.ofMillis(1);

    @Test
    @DisplayName("L9: it opens ten minutes before the start, not a millisecond earlier")
    void opensTenMinutesBefore() {
        Duration opening = Duration.ofMinutes(-10);
        assertThat(new Story().at(opening.minus(MS)).timer().phase()).isEqualTo(PhaseName.SCHEDULED);
        assertThat(new Story().at(opening).timer().phase()).isEqualTo(PhaseName.OPEN);
        assertThat(new Story()
                        .at(opening.minus(MS))
                        .tell(new Fact.Present(PATIENT))
                        .refusal())
                .isEqualTo(ErrorCode.TOO_EARLY);
        assertThat(new Story().at(opening).tell(new Fact.Present(PATIENT)).phase())
                .isEqualTo(PhaseName.WAITING);
    }

    @Test
    @DisplayName("L11: a doctor who has not come five minutes after the start cancels it, not a millisecond earlier")
    void doctorNoShowCountsFromTheStart() {
        Story early = new Story().at(Duration.ofMinutes(-8)).patientWaitsAndRings();
        assertThat(early.at(Duration.ofMinutes(5).minus(MS)).timer().phase()).isEqualTo(PhaseName.WAITING);
        assertThat(early.at(Duration.ofMinutes(5)).timer().now().phase())
                .isEqualTo(new Phase.Ended(EndReason.DOCTOR_NO_SHOW, START.plus(Duration.ofMinutes(5))));
    }

    @Test
    @DisplayName("L11: when the patient rings after the start, the five minutes count from that ring")
    void doctorNoShowCountsFromALateRing() {
        Story late = new Story().at(Duration.ofMinutes(7)).patientWaitsAndRings();
        assertThat(late.at(Duration.ofMinutes(12).minus(MS)).timer().phase()).isEqualTo(PhaseName.WAITING);
        assertThat(late.at(Duration.ofMinutes(12)).timer().phase()).isEqualTo(PhaseName.ENDED);
    }

    @Test
    @DisplayName("L11: a doctor who came once is no no-show, even after leaving")
    void aDoctorWhoCameIsNoNoShow() {
        Story story = new Story().at(Duration.ZERO).patientWaitsAndRings().doctorComes();
        story.at(Duration.ofMinutes(1)).tell(new Fact.Left(DOCTOR));
        assertThat(story.at(Duration.ofMinutes(20)).timer().phase()).isEqualTo(PhaseName.WAITING);
    }

    @Test
    @DisplayName("F6: at exactly five minutes the doctor is too late; a millisecond before, just in time")
    void joiningAgainstTheNoShow() {
        Story tooLate = new Story().at(Duration.ZERO).patientWaitsAndRings();
        assertThat(tooLate.at(Duration.ofMinutes(5)).doctorComes().phase()).isEqualTo(PhaseName.ENDED);
        Story justInTime = new Story().at(Duration.ZERO).patientWaitsAndRings();
        justInTime.at(Duration.ofMinutes(5).minus(MS)).doctorComes();
        assertThat(justInTime.at(Duration.ofMinutes(6)).timer().phase()).isEqualTo(PhaseName.WAITING);
    }

    @Test
    @DisplayName("L10: it ends for everybody at the slot's end, not a millisecond earlier")
    void endsAtTheSlotsEnd() {
        Story story = new Story().at(Duration.ZERO).live();
        assertThat(story.at(Duration.ofMinutes(30).minus(MS)).timer().phase()).isEqualTo(PhaseName.LIVE);
        assertThat(story.at(Duration.ofMinutes(30)).timer().now().phase())
                .isEqualTo(new Phase.Ended(EndReason.SLOT_ELAPSED, END));
    }

    @Test
    @DisplayName("L14: however late the timer runs, the end stands at the slot's end")
    void aLateTimerChangesNothing() {
        Story story = new Story().at(Duration.ZERO).live();
        story.at(Duration.ofHours(7)).tell(new Fact.Left(PATIENT));
        assertThat(story.now().phase()).isEqualTo(new Phase.Ended(EndReason.SLOT_ELAPSED, END));
        assertThat(story.happened()).noneMatch(Happening.Left.class::isInstance);
    }

    @Test
    @DisplayName("V6: it warns five minutes and one minute before the end, each once, at their own times")
    void warnsTwice() {
        Story story = new Story().at(Duration.ZERO).live();
        assertThat(story.at(Duration.ofMinutes(25).minus(MS)).timer().happened())
                .noneMatch(Happening.Warned.class::isInstance);
        story.at(Duration.ofMinutes(25)).timer().timer();
        story.at(Duration.ofMinutes(29).plusSeconds(30)).timer().timer();
        assertThat(story.occurrences().stream()
                        .filter(o -> o.what() instanceof Happening.Warned)
                        .map(o -> o.at()))
                .containsExactly(START.plus(Duration.ofMinutes(25)), START.plus(Duration.ofMinutes(29)));
    }

    @Test
    @DisplayName("L10: extended by the doctor, the end moves and the warnings come again")
    void extensionMovesTheEnd() {
        Story story = new Story().at(Duration.ZERO).live();
        story.at(Duration.ofMinutes(27)).tell(new Fact.Extended(10, Instant.MAX));
        assertThat(story.refusal()).isNull();
        assertThat(story.now().endsAt()).isEqualTo(END.plus(Duration.ofMinutes(10)));
        assertThat(story.at(Duration.ofMinutes(35)).timer().happened().stream()
                        .filter(Happening.Warned.class::isInstance))
                .hasSize(2);
        assertThat(story.at(Duration.ofMinutes(40).minus(MS)).timer().phase()).isEqualTo(PhaseName.LIVE);
        assertThat(story.at(Duration.ofMinutes(40)).timer().phase()).isEqualTo(PhaseName.ENDED);
    }

    @Test
    @DisplayName("L10: more than fifteen minutes in all, or into the next appointment, is refused")
    void extensionHasLimits() {
        Story story = new Story().at(Duration.ZERO).live().at(Duration.ofMinutes(20));
        assertThat(story.tell(new Fact.Extended(16, Instant.MAX)).refusal())
                .isEqualTo(ErrorCode.EXTENSION_NOT_POSSIBLE);
        assertThat(story.tell(new Fact.Extended(10, Instant.MAX)).refusal()).isNull();
        assertThat(story.tell(new Fact.Extended(6, Instant.MAX)).refusal()).isEqualTo(ErrorCode.EXTENSION_NOT_POSSIBLE);
        assertThat(story.tell(new Fact.Extended(5, END.plus(Duration.ofMinutes(12))))
                        .refusal())
                .isEqualTo(ErrorCode.EXTENSION_NOT_POSSIBLE);
        assertThat(story.tell(new Fact.Extended(5, Instant.MAX)).refusal()).isNull();
    }

    @Test
    @DisplayName("L13: who drops out has a minute to come back; then the other one waits, until the slot's end")
    void graceIsAMinute() {
        Story story = new Story().at(Duration.ZERO).live();
        story.at(Duration.ofMinutes(3)).tell(new Fact.LinkLost(PATIENT));
        assertThat(story.at(Duration.ofMinutes(4).minus(MS)).timer().phase()).isEqualTo(PhaseName.INTERRUPTED);
        assertThat(story.at(Duration.ofMinutes(4)).timer().phase()).isEqualTo(PhaseName.WAITING);
        assertThat(story.now().present()).containsExactly(DOCTOR);
        assertThat(story.at(Duration.ofMinutes(12))
                        .tell(new Fact.Present(PATIENT))
                        .mediaFlows()
                        .phase())
                .isEqualTo(PhaseName.LIVE);
    }

    @Test
    @DisplayName("L13: back within the minute, the conversation goes on and the old deadline means nothing")
    void backWithinGrace() {
        Story story = new Story().at(Duration.ZERO).live();
        story.at(Duration.ofMinutes(3)).tell(new Fact.LinkLost(PATIENT));
        story.at(Duration.ofMinutes(3).plusSeconds(20))
                .tell(new Fact.Present(PATIENT))
                .tell(new Fact.MediaUp(PATIENT));
        assertThat(story.phase()).isEqualTo(PhaseName.LIVE);
        assertThat(story.at(Duration.ofMinutes(5)).timer().phase()).isEqualTo(PhaseName.LIVE);
    }

    @Test
    @DisplayName("L4: a ring that nobody answers for a minute is a missed call")
    void ringsForAMinute() {
        Story story = new Story().at(Duration.ofMinutes(-5)).patientWaitsAndRings();
        assertThat(story.at(Duration.ofMinutes(-4).minus(MS)).timer().happened())
                .doesNotContain(new Happening.RingMissed(PATIENT));
        assertThat(story.at(Duration.ofMinutes(-4)).timer().happened()).contains(new Happening.RingMissed(PATIENT));
    }

    @Test
    @DisplayName("L11: at the slot's end the reason follows from who came")
    void reasonsAtTheEnd() {
        assertThat(endOf(new Story())).isEqualTo(EndReason.PATIENT_NO_SHOW);
        assertThat(endOf(new Story().at(Duration.ZERO).doctorComes())).isEqualTo(EndReason.PATIENT_NO_SHOW);
        assertThat(endOf(new Story().at(Duration.ZERO).tell(new Fact.Present(PATIENT))))
                .isEqualTo(EndReason.DOCTOR_NO_SHOW);
        assertThat(endOf(new Story().at(Duration.ZERO).patientWaitsAndRings().doctorComes()))
                .isEqualTo(EndReason.NEVER_CONNECTED);
        assertThat(endOf(new Story().at(Duration.ZERO).live())).isEqualTo(EndReason.SLOT_ELAPSED);
    }

    private static EndReason endOf(Story story) {
        return ((Phase.Ended) story.at(Duration.ofMinutes(31)).timer().now().phase()).reason();
    }
}
