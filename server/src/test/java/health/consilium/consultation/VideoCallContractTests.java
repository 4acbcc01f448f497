package health.consilium.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.FakeProvider;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Rows H1 to H5: what existing front ends rely on, to the letter. */
@ServerTest
class VideoCallContractTests {
    private static final String CREATE_ROOM = "/api/v1/video-call/create-room";
    private static final String CREATE_ROOM_ALIAS = "/api/v1/video/create-room";

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Clock clock;

    @Autowired
    private Consultations consultations;

    @Autowired
    private FakeProvider provider;

    @Autowired
    private JdbcClient jdbc;

    private Http http;
    private Person patient;
    private Person doctor;

    @BeforeEach
    void people() {
        http = new Http(port);
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        provider.down = false;
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE_ROOM, CREATE_ROOM_ALIAS})
    @DisplayName("H1: both get the same room and call, each with a token of their own; asking again changes nothing")
    void theRoom(String path) {
        Appointment appointment = clinic.now(patient, doctor, true);
        Http.Answer first = createRoom(path, appointment, patient);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("success").asBoolean()).isTrue();
        assertThat(first.body().path("statusCode").asInt()).isEqualTo(200);
        JsonNode mine = first.data();
        assertThat(mine.propertyNames()).containsExactlyInAnyOrder("roomUrl", "token", "videoCallId", "expiresAt");
        assertThat(mine.path("roomUrl").asString())
                .startsWith("http")
                .doesNotContain(mine.path("token").asString());
        assertThat(mine.path("expiresAt").asString())
                .isEqualTo(appointment.end().toString());

        JsonNode again = createRoom(path, appointment, patient).data();
        JsonNode others = createRoom(path, appointment, doctor).data();
        for (JsonNode one : List.of(again, others)) {
            assertThat(one.path("roomUrl")).isEqualTo(mine.path("roomUrl"));
            assertThat(one.path("videoCallId")).isEqualTo(mine.path("videoCallId"));
        }
        assertThat(others.path("token")).isNotEqualTo(mine.path("token"));
    }

    @Test
    @DisplayName("H1, L9: an unknown appointment is 404; unpaid, foreign, too early and too late are 403 and say why")
    void refusals() {
        Http.Answer unknown = http.send("POST", CREATE_ROOM, patient.token(), body(UUID.randomUUID()));
        assertThat(unknown.status()).isEqualTo(404);
        Appointment appointment = clinic.in(Duration.ofMinutes(41), patient, doctor, false);
        refused(createRoom(CREATE_ROOM, appointment, patient), "NOT_PAID");
        clinic.pay(appointment, patient);
        Http.Answer early = createRoom(CREATE_ROOM, appointment, patient);
        refused(early, "TOO_EARLY");
        // The clock of the tests stands at some hour in UTC; the viewer lives in Berlin, one hour ahead in January.
        String opens = appointment
                .start()
                .minus(Duration.ofMinutes(10))
                .plus(Duration.ofHours(1))
                .toString();
        assertThat(early.body().path("message").asString()).contains(opens.substring(11, 16), "Europe/Berlin");
        refused(createRoom(CREATE_ROOM, appointment, clinic.somebody(Role.PATIENT)), "NOT_A_PARTICIPANT");
        refused(createRoom(CREATE_ROOM, appointment, clinic.somebody(Role.DOCTOR)), "NOT_A_PARTICIPANT");
        ((MutableClock) clock).advance(Duration.ofMinutes(71));
        refused(createRoom(CREATE_ROOM, appointment, clinic.again(patient)), "TOO_LATE");
    }

    @Test
    @DisplayName("S12, L9: the door opens and closes on the millisecond")
    void theEdgesOfTheWindow() {
        MutableClock time = (MutableClock) clock;
        Appointment appointment = clinic.in(Duration.ofMinutes(11), patient, doctor, true);
        time.advance(Duration.ofMinutes(1).minusMillis(1));
        refused(createRoom(CREATE_ROOM, appointment, clinic.again(patient)), "TOO_EARLY");
        time.advance(Duration.ofMillis(1));
        assertThat(createRoom(CREATE_ROOM, appointment, clinic.again(patient)).status())
                .isEqualTo(200);
        time.advance(Duration.ofMinutes(40).minusMillis(1));
        assertThat(createRoom(CREATE_ROOM, appointment, clinic.again(patient)).status())
                .isEqualTo(200);
        time.advance(Duration.ofMillis(1));
        refused(createRoom(CREATE_ROOM, appointment, clinic.again(patient)), "TOO_LATE");
    }

    @Test
    @DisplayName(
            "H2, H4: the end marks the call and its appointment completed, with the seconds spoken; again: the same")
    void theEnd() {
        Appointment appointment = clinic.now(patient, doctor, true);
        UUID call = conversation(appointment);
        assertThat(get(call, patient).path("status").asString()).isEqualTo("IN_PROGRESS");
        ((MutableClock) clock).advance(Duration.ofSeconds(95));
        Http.Answer end = http.send("PATCH", "/api/v1/video-call/" + call + "/end", doctor.token(), null);
        assertThat(end.status()).isEqualTo(200);
        JsonNode ended = end.data();
        assertThat(ended.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "appointmentId",
                        "roomName",
                        "roomUrl",
                        "status",
                        "startedAt",
                        "endedAt",
                        "duration",
                        "recordingUrl",
                        "createdAt",
                        "updatedAt");
        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.path("duration").asLong()).isEqualTo(95);
        assertThat(ended.path("endedAt").asString()).isEqualTo(clock.instant().toString());
        assertThat(http.send("PATCH", "/api/v1/video-call/" + call + "/end", patient.token(), null)
                        .data())
                .isEqualTo(ended);
        await().untilAsserted(() -> assertThat(
                        http.send("GET", "/api/v1/appointments/" + appointment.id(), patient.token(), null)
                                .data()
                                .path("status")
                                .asString())
                .isEqualTo("COMPLETED"));
        refused(createRoom(CREATE_ROOM, appointment, patient), "CONSULTATION_ENDED");
    }

    @Test
    @DisplayName("H2: a provider that does not answer keeps no call from ending")
    void theProviderIsDown() {
        Appointment appointment = clinic.now(patient, doctor, true);
        UUID call = conversation(appointment);
        moveToTheFakeProvider(call);
        provider.down = true;
        Http.Answer end = http.send("PATCH", "/api/v1/video-call/" + call + "/end", doctor.token(), null);
        assertThat(end.status()).isEqualTo(200);
        assertThat(end.data().path("status").asString()).isEqualTo("COMPLETED");
        await().untilAsserted(() -> assertThat(provider.closed)
                .anyMatch(room -> room.name().equals(end.data().path("roomName").asString())));
    }

    @Test
    @DisplayName("H3: the participants get the list, nobody else")
    void recordings() {
        UUID call = videoCallId(clinic.now(patient, doctor, true));
        String path = "/api/v1/video-call/" + call + "/recordings";
        assertThat(http.send("GET", path, patient.token(), null).data().isArray())
                .isTrue();
        assertThat(http.send("GET", path, doctor.token(), null).status()).isEqualTo(200);
        assertThat(http.send("GET", path, clinic.somebody(Role.DOCTOR).token(), null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("H5: only the doctor's token owns the room, and both end with the slot")
    void admissions() {
        Appointment appointment = clinic.now(patient, doctor, true);
        moveToTheFakeProvider(videoCallId(appointment));
        provider.admitted.clear();
        createRoom(CREATE_ROOM, appointment, patient);
        createRoom(CREATE_ROOM, appointment, doctor);
        assertThat(provider.admitted)
                .extracting("person")
                .containsExactly(patient.id().value(), doctor.id().value());
        assertThat(provider.admitted).extracting("owner").containsExactly(false, true);
        assertThat(provider.admitted).extracting("expiresAt").containsOnly(appointment.end());
    }

    /** Both have come, and media flows. */
    private UUID conversation(Appointment appointment) {
        UUID call = videoCallId(appointment);
        ConsultationId id = new ConsultationId(call);
        for (Person person : List.of(patient, doctor)) {
            consultations.arrived(id, person.id());
            consultations.mediaUp(id, person.id());
        }
        return call;
    }

    private void moveToTheFakeProvider(UUID call) {
        jdbc.sql("update conferencing_room set provider = ? where consultation = ?")
                .params(FakeProvider.NAME, call)
                .update();
    }

    private UUID videoCallId(Appointment appointment) {
        return UUID.fromString(createRoom(CREATE_ROOM, appointment, patient)
                .data()
                .path("videoCallId")
                .asString());
    }

    private JsonNode get(UUID call, Person who) {
        return http.send("GET", "/api/v1/video-call/" + call, who.token(), null).data();
    }

    private Http.Answer createRoom(String path, Appointment appointment, Person who) {
        return http.send("POST", path, who.token(), body(appointment.id().value()));
    }

    private static String body(UUID appointment) {
        return "{\"appointmentId\":\"" + appointment + "\"}";
    }

    private static void refused(Http.Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().path("success").asBoolean()).isFalse();
        assertThat(answer.body().path("message").asString()).isNotBlank();
    }
}
