package health.consilium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Api;
import health.consilium.e2e.server.Someone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One consultation between two people, and what must hold of it again and again. */
record Call(Clinic clinic, UUID appointment, Person patient, Person doctor) {
    /** The patient starts, the doctor accepts, both are in. */
    static Call between(Clinic clinic, UUID appointment, Person patient, Person doctor) {
        patient.opensTheCall(appointment).isInTheWaitingRoom();
        doctor.hearsItRing().accepts();
        Call call = new Call(clinic, appointment, patient, doctor);
        call.isLive();
        return call;
    }

    Call isLive() {
        patient.isInTheCall();
        doctor.isInTheCall();
        return this;
    }

    Call bothSeeMore(int frames) {
        patient.watches(frames);
        doctor.watches(frames);
        return this;
    }

    Call bothHear() {
        patient.hearsTheOther();
        doctor.hearsTheOther();
        return this;
    }

    /** Nobody is there twice, and nothing is left over of former connections. */
    Call hasOneParticipantEach() {
        for (Person person : List.of(patient, doctor)) {
            person.presses("people-open")
                    .seesThat("[data-testid=participant-PATIENT][data-present=true]")
                    .seesThat("[data-testid=participant-DOCTOR][data-present=true]");
            assertThat(person.page().locator("[data-testid^=participant-]").count())
                    .isEqualTo(2);
            person.presses("people-open");
            assertThat(person.connections()).isEqualTo(1);
        }
        assertThat(record().path("summary").path("present")).hasSize(2);
        return this;
    }

    JsonNode record() {
        return recordOf(clinic, appointment, patient.who());
    }

    static JsonNode recordOf(Clinic clinic, UUID appointment, Someone who) {
        Api api = clinic.api().as(who);
        return api.get("/api/v1/consultations/" + appointment).data();
    }

    static List<Instant> times(JsonNode record, String kind) {
        return StreamSupport.stream(record.path("log").spliterator(), false)
                .filter(entry -> entry.path("kind").asString().equals(kind))
                .map(entry -> Instant.parse(entry.path("at").asString()))
                .toList();
    }

    /** Until when the server says so. */
    static JsonNode awaitPhase(Clinic clinic, UUID appointment, Someone who, String phase) {
        Api api = clinic.api().as(who);
        return Await.value(
                "phase " + phase,
                Duration.ofSeconds(15),
                () -> api.get("/api/v1/consultations/" + appointment).data(),
                found -> found.path("summary").path("phase").asString().equals(phase));
    }
}
