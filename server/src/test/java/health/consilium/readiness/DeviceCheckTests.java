package health.consilium.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.JsonNode;

/** L1: the result of the device check is kept with the appointment, so that staff see who is at risk. */
@ServerTest
class DeviceCheckTests {
    private static final String READY = report("", "\"UDP\",\"TCP\"", "24", "3", "0", "3900");

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext program;

    private Http http;
    private Person patient;
    private Person doctor;
    private Person desk;
    private Appointment appointment;

    @BeforeEach
    void anAppointmentInTwoDays() {
        http = new Http(port);
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        desk = clinic.somebody(Role.ADMIN);
        appointment = clinic.in(Duration.ofDays(2), patient, doctor, true);
    }

    @Test
    @DisplayName("L1: before anybody has tested, staff see that nobody has")
    void notTested() {
        JsonNode devices = seenBy(doctor).path("patientDevices");
        assertThat(devices.path("state").asString()).isEqualTo("NOT_TESTED");
        assertThat(devices.path("testedAt").isNull()).isTrue();
        assertThat(devices.path("findings").size()).isZero();
    }

    @Test
    @DisplayName(
            "L1: days before, the patient's test is seen by the doctor, the desk and the patient, with its time and numbers")
    void ready() {
        Instant now = clock.instant();
        assertThat(save(patient, READY).data().path("state").asString()).isEqualTo("READY");
        for (Person viewer : List.of(doctor, desk, patient)) {
            JsonNode devices = seenBy(viewer).path("patientDevices");
            assertThat(devices.path("state").asString()).isEqualTo("READY");
            assertThat(Instant.parse(devices.path("testedAt").asString())).isEqualTo(now);
            assertThat(devices.path("measured").path("kbps").asInt()).isEqualTo(3900);
            assertThat(texts(devices.path("measured").path("relays"))).containsExactlyInAnyOrder("UDP", "TCP");
        }
    }

    @Test
    @DisplayName("L1: a finding puts the appointment at risk, and staff see which; a better test replaces it")
    void atRisk() {
        save(patient, report("\"MICROPHONE_MISSING\",\"LOSS_HIGH\"", "", "null", "null", "20", "null"));
        JsonNode devices = seenBy(doctor).path("patientDevices");
        assertThat(devices.path("state").asString()).isEqualTo("AT_RISK");
        assertThat(texts(devices.path("findings"))).containsExactlyInAnyOrder("MICROPHONE_MISSING", "LOSS_HIGH");
        assertThat(devices.path("measured").path("rttMs").isNull()).isTrue();
        save(patient, READY);
        assertThat(seenBy(doctor).path("patientDevices").path("state").asString())
                .isEqualTo("READY");
    }

    @Test
    @DisplayName("each tests for themselves, and the doctor's own result stays between staff")
    void theDoctorsOwn() {
        save(doctor, report("\"CAMERA_BUSY\"", "", "null", "null", "null", "null"));
        assertThat(seenBy(doctor).path("doctorDevices").path("state").asString())
                .isEqualTo("AT_RISK");
        assertThat(seenBy(desk).path("doctorDevices").path("state").asString()).isEqualTo("AT_RISK");
        assertThat(seenBy(doctor).path("patientDevices").path("state").asString())
                .isEqualTo("NOT_TESTED");
        assertThat(seenBy(patient).path("doctorDevices").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"findings\":[]}",
                "{\"findings\":[],\"measured\":{}}",
                "{\"findings\":[\"MY_CAMERA_LOGITECH_C920\"],\"measured\":{\"relays\":[]}}",
                "{\"findings\":[],\"measured\":{\"relays\":[\"192.168.1.7\"]}}",
                "{\"findings\":[],\"measured\":{\"relays\":[],\"lossPercent\":101}}",
                "{\"findings\":[],\"measured\":{\"relays\":[],\"rttMs\":-1}}",
                "{\"findings\":[],\"measured\":{\"relays\":[],\"kbps\":\"x\"}}"
            })
    @DisplayName("only codes and sound numbers are taken")
    void codesOnly(String body) {
        Http.Answer answer = save(patient, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_REQUEST");
        assertThat(rows()).isZero();
    }

    @Test
    @DisplayName("when the appointment is over, there is nothing to prepare for")
    void tooLate() {
        appointment = clinic.in(Duration.ofMinutes(-30), patient, doctor, true);
        assertThat(save(patient, READY).code()).isEqualTo("TOO_LATE");
    }

    @Test
    @DisplayName("a cancelled appointment takes its checks along, and takes no new one")
    void cancelled() {
        save(patient, READY);
        save(doctor, READY);
        assertThat(rows()).isEqualTo(2);
        http.send("POST", path() + "/cancel", patient.token(), null);
        await().untilAsserted(() -> assertThat(rows()).isZero());
        assertThat(save(patient, READY).code()).isEqualTo("APPOINTMENT_CANCELLED");
    }

    @Test
    @DisplayName("an appointment that was erased takes its checks along, others stay")
    void erased() {
        save(patient, READY);
        Appointment other = clinic.in(Duration.ofDays(3), patient, doctor, true);
        http.send("PUT", "/api/v1/appointments/" + other.id() + "/device-check", patient.token(), READY);
        jdbc.sql("delete from scheduling_appointment where id = ?")
                .param(appointment.id().value())
                .update();
        sweep();
        assertThat(rows()).isZero();
        assertThat(rows(other.id().value())).isEqualTo(1);
    }

    /** As the program's own timer does. */
    private void sweep() {
        program.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().contains("readiness"))
                .forEach(task -> task.getRunnable().run());
    }

    private Http.Answer save(Person who, String body) {
        return http.send("PUT", path() + "/device-check", who.token(), body);
    }

    private JsonNode seenBy(Person who) {
        return http.send("GET", path(), who.token(), null).data();
    }

    private String path() {
        return "/api/v1/appointments/" + appointment.id();
    }

    private int rows() {
        return rows(appointment.id().value());
    }

    private int rows(UUID id) {
        return jdbc.sql("select count(*) from readiness_check where appointment = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String report(String findings, String relays, String rtt, String jitter, String loss, String kbps) {
        return "{\"findings\":[%s],\"measured\":{\"relays\":[%s],\"rttMs\":%s,\"jitterMs\":%s,\"lossPercent\":%s,\"kbps\":%s}}"
                .formatted(findings, relays, rtt, jitter, loss, kbps);
    }
}
