package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Holdings;
import health.consilium.e2e.browser.Person;
import health.consilium.e2e.provider.DailyStandIn;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same pages, where Daily carries the call: its own library, and stand-ins for what it would reach. */
@Pages
class DailyCallTests {
    private static final DailyStandIn DAILY = new DailyStandIn();

    @RegisterExtension
    static final Clinic clinic = Clinic.with(DAILY.settings());

    @AfterAll
    static void close() {
        DAILY.close();
    }

    @Test
    @DisplayName("H5, V1, V2, V4, L2: a consultation through a room of Daily's, from the ring to the end")
    void aConsultationThroughDaily() {
        Person doctor = DAILY.serves(clinic.signedIn(WEBER));
        Person patient = DAILY.serves(clinic.signedIn(ROSSI));
        Call call = Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor);
        call.bothSeeMore(60).bothHear();
        patient.isShownFrames(30);
        assertThat(DAILY.rooms()).isNotEmpty();
        assertThat(DAILY.guests()).hasSize(2);
        assertThat(DAILY.tokens()).anyMatch(token -> token.path("is_owner").asBoolean(false));

        patient.presses("mute");
        doctor.seesThat("[data-testid=remote][data-microphone=false]");
        patient.presses("mute");
        doctor.seesThat("[data-testid=remote][data-microphone=true]").hearsTheOther();
        doctor.presses("camera");
        patient.seesThat("[data-testid=remote][data-camera=false]");
        doctor.presses("camera");
        patient.seesThat("[data-testid=remote][data-camera=true]").watches(10);
        patient.writes("Ibuprofen 400");
        doctor.reads("Ibuprofen 400");
        doctor.presses("privacy-open").isShown("carried-by");
        doctor.presses("share");
        patient.isShown("shared-screen");
        doctor.presses("share");
        patient.isShown("remote-video");

        doctor.endsForAll().isShown("after-title");
        patient.seesThat("[data-testid=end-reason][data-reason=COMPLETED]");
        for (Person person : new Person[] {doctor, patient}) {
            Await.value(
                    person.who() + " gave everything back", Duration.ofSeconds(5), person::holds, Holdings::nothing);
        }
        Await.until(
                "nobody is in the room",
                Duration.ofSeconds(10),
                () -> DAILY.guests().isEmpty());
    }

    @Test
    @DisplayName("H5, L6: who leaves and comes back is in the room once, and a page that is made anew goes on")
    void whoComesBack() {
        Person doctor = DAILY.serves(clinic.signedIn(WEBER));
        Person patient = DAILY.serves(clinic.signedIn(ROSSI));
        Call call = Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor);
        call.bothSeeMore(10);
        patient.reloads();
        call.isLive().bothSeeMore(30).bothHear();
        doctor.endsForAll().isShown("after-title");
    }
}
