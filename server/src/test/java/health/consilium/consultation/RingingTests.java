package health.consilium.consultation;

import static health.consilium.consultation.Story.DOCTOR;
import static health.consilium.consultation.Story.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.domain.Fact;
import health.consilium.consultation.domain.Happening;
import health.consilium.kernel.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RingingTests {
    private final Story story = new Story().at(Duration.ZERO);

    @Test
    @DisplayName("L4: one answer wins; whoever answers later is told that it does not ring any more")
    void theFirstAnswerWins() {
        story.patientWaitsAndRings().tell(new Fact.Accepted(DOCTOR));
        assertThat(story.refusal()).isNull();
        assertThat(story.tell(new Fact.Declined(DOCTOR, DeclineReason.NOT_NOW, null))
                        .refusal())
                .isEqualTo(ErrorCode.NOT_RINGING);
        assertThat(story.tell(new Fact.Accepted(DOCTOR)).refusal()).isEqualTo(ErrorCode.NOT_RINGING);
    }

    @Test
    @DisplayName("nobody answers their own ring")
    void nobodyAnswersTheirOwnRing() {
        assertThat(story.patientWaitsAndRings().tell(new Fact.Accepted(PATIENT)).refusal())
                .isEqualTo(ErrorCode.NOT_RINGING);
    }

    @Test
    @DisplayName("L3: a decline says why, and the patient may ring again")
    void declineAndRingAgain() {
        story.patientWaitsAndRings().tell(new Fact.Declined(DOCTOR, DeclineReason.IN_5_MINUTES, null));
        assertThat(story.happened()).contains(new Happening.RingDeclined(PATIENT, DeclineReason.IN_5_MINUTES, null));
        assertThat(story.tell(new Fact.Rung(PATIENT)).refusal()).isNull();
        assertThat(story.happened().stream().filter(Happening.Rang.class::isInstance))
                .hasSize(2);
    }

    @Test
    @DisplayName("when both ring at once, the second ring answers the first")
    void bothRingAtOnce() {
        story.tell(new Fact.Present(PATIENT)).tell(new Fact.Present(DOCTOR));
        story.tell(new Fact.Rung(PATIENT)).tell(new Fact.Rung(DOCTOR));
        assertThat(story.happened()).contains(new Happening.RingAccepted(PATIENT));
        assertThat(story.happened()).doesNotContain(new Happening.Rang(DOCTOR));
    }

    @Test
    @DisplayName("coming in is an answer, too")
    void comingInAnswers() {
        assertThat(story.patientWaitsAndRings().doctorComes().happened()).contains(new Happening.RingAccepted(PATIENT));
    }

    @Test
    @DisplayName("L4: whoever came in and says so once more, by accepting, has said nothing wrong")
    void acceptingAfterComingIn() {
        story.patientWaitsAndRings().doctorComes().tell(new Fact.Accepted(DOCTOR));
        assertThat(story.refusal()).isNull();
        assertThat(story.happened().stream().filter(Happening.RingAccepted.class::isInstance))
                .hasSize(1);
        assertThat(story.mediaFlows().tell(new Fact.Accepted(DOCTOR)).refusal()).isNull();
        assertThat(story.tell(new Fact.LinkLost(DOCTOR))
                        .tell(new Fact.Accepted(DOCTOR))
                        .refusal())
                .isEqualTo(ErrorCode.NOT_RINGING);
    }

    @Test
    @DisplayName("whoever rings and leaves stops the ring")
    void leavingStopsTheRing() {
        assertThat(story.patientWaitsAndRings().tell(new Fact.Left(PATIENT)).happened())
                .containsSubsequence(new Happening.RingCancelled(PATIENT), new Happening.Left(PATIENT));
    }

    @Test
    @DisplayName("the doctor may ring the patient; that does not arm the doctor's own no-show")
    void theDoctorRings() {
        story.doctorComes().tell(new Fact.Rung(DOCTOR));
        assertThat(story.at(Duration.ofMinutes(20)).timer().phase()).isEqualTo(PhaseName.WAITING);
    }

    @Test
    @DisplayName("only somebody who is there can ring")
    void onlyThePresentRing() {
        assertThat(story.tell(new Fact.Rung(PATIENT)).refusal()).isEqualTo(ErrorCode.NOT_IN_CALL);
    }

    @Test
    @DisplayName("warm start: media that was up before the doctor came counts when they come")
    void warmStart() {
        story.patientWaitsAndRings().mediaFlows();
        assertThat(story.phase()).isEqualTo(PhaseName.WAITING);
        assertThat(story.doctorComes().phase()).isEqualTo(PhaseName.LIVE);
    }

    @Test
    @DisplayName("warm start: media of a connection that was replaced does not count")
    void replacedMediaDoesNotCount() {
        story.patientWaitsAndRings().mediaFlows().tell(new Fact.MediaReset()).doctorComes();
        assertThat(story.phase()).isEqualTo(PhaseName.WAITING);
        assertThat(story.mediaFlows().phase()).isEqualTo(PhaseName.LIVE);
    }
}
