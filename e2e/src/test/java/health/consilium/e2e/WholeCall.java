package health.consilium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Holdings;
import health.consilium.e2e.browser.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A consultation from the ring to the summary, with everything that people do in it. */
record WholeCall(Clinic clinic, UUID appointment, Person patient, Person doctor) {
    /** The doctor sits on another page when it rings; asked in the middle of the call: what must hold of the connection. */
    void isHeld(Runnable inTheMiddle) {
        doctor.goesTo("/history");
        patient.startsFromTheCard(appointment).isInTheWaitingRoom();
        doctor.hearsItRing();
        assertThat(doctor.byId("incoming-call").textContent())
                .contains(patient.who().displayName(), "Sore throat since Monday");
        doctor.accepts().isInTheCall();
        patient.isInTheCall();

        doctor.watches(60).hearsTheOther();
        patient.watches(60).hearsTheOther();
        holds(patient, Holdings::ofACall);
        holds(doctor, Holdings::ofACall);
        inTheMiddle.run();

        mutingIsSeen(patient, doctor);
        cameraOffIsSeen(doctor, patient);
        chatArrives(patient, doctor);
        screenSharingArrives(doctor, patient);
        theEndIsToldToBoth();
    }

    private static void holds(Person who, Predicate<Holdings> wanted) {
        Await.value(who.who() + " has what a call takes, or nothing", Duration.ofSeconds(5), who::holds, wanted);
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

    private void theEndIsToldToBoth() {
        doctor.endsForAll().isShown("after-title");
        patient.isShown("after-title").seesThat("[data-testid=end-reason][data-reason=COMPLETED]");

        holds(doctor, Holdings::nothing);
        holds(patient, Holdings::nothing);

        JsonNode held = clinic.api()
                .as(patient.who())
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
