package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The main job of the product, once, from the ring to the summary. */
class WholeCallTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    @Test
    @DisplayName("V1, V2, V3, V4, L2, L3, L6, L7: a patient and a doctor hold a consultation")
    void aPatientAndADoctorHoldAConsultation() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Person doctor = clinic.signedIn(WEBER).goesTo("/history");
        Person patient = clinic.signedIn(ROSSI).startsFromTheCard(appointment).isInTheWaitingRoom();

        doctor.hearsItRing();
        assertThat(doctor.byId("incoming-call").textContent()).contains("Maria Rossi", "Sore throat since Monday");
        doctor.accepts().isInTheCall();
        patient.isInTheCall();

        doctor.watches(60).hearsTheOther();
        patient.watches(60).hearsTheOther();

        mutingIsSeen(patient, doctor);
        cameraOffIsSeen(doctor, patient);
        chatArrives(patient, doctor);
        screenSharingArrives(doctor, patient);
        theEndIsToldToBoth(appointment, doctor, patient);
    }

    private static void mutingIsSeen(Person who, Person other) {
        other.presses("people-open").seesThat("[data-testid=participant-PATIENT][data-microphone=true]");
        who.presses("mute");
        other.seesThat("[data-testid=participant-PATIENT][data-microphone=false]");
        who.presses("mute");
        other.seesThat("[data-testid=participant-PATIENT][data-microphone=true]")
                .presses("people-open")
                .hearsTheOther();
    }

    private static void cameraOffIsSeen(Person who, Person other) {
        other.seesThat("[data-testid=remote][data-camera=true]");
        who.presses("camera");
        other.seesThat("[data-testid=remote][data-camera=false]");
        who.presses("camera");
        other.seesThat("[data-testid=remote][data-camera=true]").watches(10);
    }

    private static void chatArrives(Person who, Person other) {
        who.writes("Ibuprofen 400");
        other.seesThat("[data-testid=chat-open-badge]").reads("Ibuprofen 400");
        other.writes("Twice a day, after meals");
        who.reads("Twice a day, after meals");
    }

    private static void screenSharingArrives(Person who, Person other) {
        who.presses("share");
        other.isShown("shared-screen");
        Await.until(
                "the shared screen arrives with all its lines",
                Duration.ofSeconds(15),
                () -> other.media().height() >= 720);
        who.presses("share");
        other.isShown("remote-video");
    }

    private static void theEndIsToldToBoth(UUID appointment, Person doctor, Person patient) {
        doctor.endsForAll().isShown("after-title");
        patient.isShown("after-title").seesThat("[data-testid=end-reason][data-reason=COMPLETED]");

        JsonNode held = clinic.api()
                .as(ROSSI)
                .get("/api/v1/consultations/" + appointment)
                .data();
        long seconds = held.path("summary").path("durationSeconds").asLong();
        assertThat(seconds)
                .isEqualTo(between(held.path("log"), "LIVE", "ENDED").toSeconds())
                .isPositive();
        assertThat(patient.byId("after-duration").getAttribute("data-seconds")).isEqualTo(String.valueOf(seconds));

        patient.reloads().isShown("chat-history");
        assertThat(patient.byId("chat-history").textContent()).contains("Ibuprofen 400", "Twice a day, after meals");
        patient.goesTo("/history").isShown("history-" + appointment);
    }

    private static Duration between(JsonNode log, String from, String to) {
        return Duration.between(when(log, from), when(log, to));
    }

    private static Instant when(JsonNode log, String kind) {
        for (JsonNode entry : log) {
            if (entry.path("kind").asString().equals(kind)) {
                return Instant.parse(entry.path("at").asString());
            }
        }
        throw new AssertionError("no " + kind + " in " + log);
    }
}
