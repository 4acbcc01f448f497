package health.consilium.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.identity.Tickets;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Q6, A5: what two pages report becomes the doctor's report, the patient's word, a line of the dashboard and one of the CSV. */
@ServerTest
class QualityOverHttpTests {
    private static final String SIGHT = """
            {"peer":"00000000-0000-4000-8000-000000000001","generation":1,"sight":{"score":%d,"rtt":%d,"jitter":4,"lossUp":0,
             "lossDown":0.02,"width":1280,"height":720,"fps":30,"candidateType":"relay","protocol":"udp","cause":"%s",
             "side":"%s","direction":"both"}}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Tickets tickets;

    @Autowired
    private MutableClock clock;

    private Person patient;
    private Person doctor;
    private Person desk;
    private Appointment appointment;
    private ConsultationId call;

    @BeforeEach
    void aDayOfItsOwn() {
        clock.advance(Duration.ofDays(3));
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        desk = clinic.somebody(Role.ADMIN);
        appointment = clinic.now(patient, doctor, true);
        call = consultations.ofAppointment(appointment.id()).orElseThrow().id();
    }

    private Http.Answer get(String path, Person who) {
        return new Http(port).send("GET", path, who.token(), null);
    }

    private String report() {
        return "/api/v1/consultations/" + appointment.id() + "/quality";
    }

    /** Both join, report over their sockets for twenty seconds, and the doctor ends it after ten minutes. */
    private void aCallIsHeld() {
        Socket patientSays = seated(patient);
        Socket doctorSays = seated(doctor);
        consultations.mediaUp(call, patient.id());
        consultations.mediaUp(call, doctor.id());
        patientSays.say("quality.timing", "{\"what\":\"setUp\",\"millis\":640}");
        patientSays.hears("ack");
        doctorSays.say("quality.timing", "{\"what\":\"setUp\",\"millis\":410}");
        doctorSays.say("quality.timing", "{\"what\":\"reconnect\",\"millis\":2500}");
        for (int i = 0; i < 10; i++) {
            patientSays.sayUnnumbered("quality.report", SIGHT.formatted(3, 90, "loss", "me"));
            doctorSays.hears("quality.peer");
            doctorSays.sayUnnumbered("quality.report", SIGHT.formatted(4, 90, "loss", "them"));
            patientSays.hears("quality.peer");
            clock.advance(Duration.ofSeconds(2));
        }
        clock.advance(Duration.ofMinutes(10));
        consultations.end(call, doctor.user());
    }

    private Socket seated(Person who) {
        Socket socket = Socket.greeted(
                port, tickets.issue(who.user(), call.value()).ticket().reveal());
        socket.hears("welcome");
        socket.say("join", "{}");
        socket.hears("ack");
        return socket;
    }

    private JsonNode readyReport() {
        await().until(() -> get(report(), doctor).data().path("ready").asBoolean());
        return get(report(), doctor).data();
    }

    @Test
    @DisplayName("Q6: the doctor reads the whole report")
    void theDoctorsReport() {
        aCallIsHeld();
        JsonNode report = readyReport();
        assertThat(report.path("durationSeconds").asInt()).isEqualTo(620);
        assertThat(report.at("/patient/setUpMillis").asInt()).isEqualTo(640);
        assertThat(report.at("/doctor/setUpMillis").asInt()).isEqualTo(410);
        assertThat(report.at("/doctor/reconnects").asInt()).isEqualTo(1);
        assertThat(report.at("/doctor/reconnectMillis").asInt()).isEqualTo(2500);
        assertThat(report.at("/patient/measured/samples").asInt()).isEqualTo(10);
        assertThat(report.at("/patient/measured/rtt/median").asDouble()).isEqualTo(90);
        assertThat(report.at("/patient/measured/lossDown/worst").asDouble()).isCloseTo(0.02, within(1e-9));
        assertThat(report.at("/patient/measured/relayed").asDouble()).isEqualTo(1);
        assertThat(report.at("/patient/measured/pictures/sharp").asDouble()).isEqualTo(1);
        // rtt 90, no jitter buffer told, 2 % lost, half of it repaired: R = 93.2 - 2.28 - 95 · 1.02 / 26.12 = 87.21.
        assertThat(report.at("/patient/measured/opinion/median").asDouble()).isCloseTo(4.264, within(0.01));
        assertThat(report.at("/verdict/grade").asString()).isEqualTo("GOOD");
        assertThat(report.at("/verdict/trouble/cause").asString()).isEqualTo("loss");
        assertThat(report.at("/verdict/trouble/whose").asString()).isEqualTo("PATIENT");
    }

    @Test
    @DisplayName("Q6: the patient reads a word, and no numbers about anybody")
    void thePatientsWord() {
        aCallIsHeld();
        readyReport();
        JsonNode said = get(report() + "/summary", patient).data();
        assertThat(said.path("ready").asBoolean()).isTrue();
        assertThat(said.at("/verdict/trouble/whose").asString()).isEqualTo("PATIENT");
        assertThat(said.path("interruptions").asInt()).isEqualTo(1);
        assertThat(said.propertyNames()).containsExactlyInAnyOrder("ready", "verdict", "interruptions");
        assertThat(get(report(), patient).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("before the end there is no report; after one without a conversation there is nothing to wait for")
    void noReport() {
        assertThat(get(report(), doctor).data().path("ready").asBoolean()).isFalse();
        consultations.cancel(call, doctor.user());
        JsonNode report = get(report(), doctor).data();
        assertThat(report.path("ready").asBoolean()).isTrue();
        assertThat(report.at("/verdict/grade").asString()).isEqualTo("UNKNOWN");
        assertThat(report.at("/patient/measured").isNull()).isTrue();
    }

    @Test
    @DisplayName("a conversation that nobody measured has a report that says so, half a minute later")
    void nobodyMeasured() {
        consultations.arrived(call, patient.id());
        consultations.arrived(call, doctor.id());
        consultations.mediaUp(call, patient.id());
        consultations.mediaUp(call, doctor.id());
        consultations.end(call, doctor.user());
        assertThat(get(report(), doctor).data().path("ready").asBoolean()).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(get(report(), doctor).data().path("ready").asBoolean()).isTrue();
        assertThat(get(report(), doctor).data().at("/verdict/grade").asString()).isEqualTo("UNKNOWN");
    }

    @Test
    @DisplayName("Q6, A7: the dashboard counts the call on its day, and the CSV has its line")
    void theDashboard() {
        aCallIsHeld();
        readyReport();
        String today = clock.instant().atZone(desk.user().zone()).toLocalDate().toString();
        String span = "?from=" + today + "&to=" + today + "&doctor=" + doctor.id();
        JsonNode seen = get("/api/v1/admin/quality" + span, desk).data();
        assertThat(seen.at("/figures/spoken").asInt()).isEqualTo(1);
        assertThat(seen.at("/figures/setUpMedian").asDouble()).isEqualTo(525);
        assertThat(seen.at("/figures/setUpP90").asDouble()).isCloseTo(617, within(1e-6));
        assertThat(seen.at("/figures/relayed").asDouble()).isEqualTo(1);
        assertThat(seen.at("/reasons/0/reason").asString()).isEqualTo("COMPLETED");
        assertThat(seen.at("/troubles/0/what").asString()).isEqualTo("loss");
        assertThat(seen.path("days").size()).isEqualTo(1);
        assertThat(seen.at("/days/0/figures/spoken").asInt()).isEqualTo(1);

        List<String> lines = get("/api/v1/admin/quality.csv" + span, desk)
                .raw()
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        List<String> heading = List.of(lines.getFirst().substring(1).split(","));
        List<String> line = List.of(lines.getLast().split(",", -1));
        assertThat(line).hasSameSizeAs(heading);
        assertThat(line.get(heading.indexOf("consultation"))).isEqualTo(call.toString());
        assertThat(line.get(heading.indexOf("patient_set_up_ms"))).isEqualTo("640");
        assertThat(line.get(heading.indexOf("trouble_whose"))).isEqualTo("PATIENT");
        assertThat(line.get(heading.indexOf("doctor_rtt_ms_median"))).isEqualTo("90.0");
    }

    @Test
    @DisplayName(
            "A5, A7: what both say in the survey is counted on the dashboard: stars, issues, their mean and the CSV")
    void theSurvey() {
        aCallIsHeld();
        readyReport();
        rates(patient, "{\"stars\":2,\"issues\":[\"AUDIO\",\"CONNECTION\"],\"text\":\"An echo\"}");
        rates(doctor, "{\"stars\":5,\"issues\":[\"AUDIO\"],\"text\":\"\"}");
        String span = "?doctor=" + doctor.id();
        JsonNode seen = get("/api/v1/admin/quality" + span, desk).data();
        assertThat(seen.path("stars").toString()).isEqualTo("[0,1,0,0,1]");
        assertThat(seen.path("issues").size()).isEqualTo(2);
        assertThat(seen.at("/issues/0/what").asString()).isEqualTo("AUDIO");
        assertThat(seen.at("/issues/0/count").asInt()).isEqualTo(2);
        assertThat(seen.at("/issues/1/what").asString()).isEqualTo("CONNECTION");
        assertThat(seen.at("/issues/1/count").asInt()).isEqualTo(1);
        assertThat(seen.at("/figures/stars").asDouble()).isEqualTo(3.5);
        assertThat(seen.toString()).as("a remark is for the call's own page").doesNotContain("echo");

        rates(patient, "{\"stars\":3,\"issues\":[],\"text\":\"\"}");
        JsonNode changed = get("/api/v1/admin/quality" + span, desk).data();
        assertThat(changed.path("stars").toString()).isEqualTo("[0,0,1,0,1]");
        assertThat(changed.at("/issues/0/count").asInt()).isEqualTo(1);

        List<String> lines = get("/api/v1/admin/quality.csv" + span, desk)
                .raw()
                .body()
                .lines()
                .toList();
        List<String> heading = List.of(lines.getFirst().substring(1).split(","));
        List<String> line = List.of(lines.getLast().split(",", -1));
        assertThat(line.get(heading.indexOf("patient_stars"))).isEqualTo("3");
        assertThat(line.get(heading.indexOf("doctor_stars"))).isEqualTo("5");
    }

    private void rates(Person who, String rating) {
        Http.Answer given = new Http(port)
                .send("PUT", "/api/v1/consultations/" + appointment.id() + "/rating", who.token(), rating);
        assertThat(given.status()).as(given.body().toString()).isEqualTo(200);
    }

    @Test
    @DisplayName("another doctor's calls, another day's calls and a calendar in the wrong order")
    void filters() {
        aCallIsHeld();
        String tomorrow = clock.instant()
                .atZone(desk.user().zone())
                .toLocalDate()
                .plusDays(1)
                .toString();
        String other = "?doctor=" + clinic.somebody(Role.DOCTOR).id();
        assertThat(get("/api/v1/admin/quality" + other, desk)
                        .data()
                        .at("/figures/spoken")
                        .asInt())
                .isZero();
        JsonNode later = get("/api/v1/admin/quality?from=" + tomorrow + "&to=" + tomorrow, desk)
                .data();
        assertThat(later.at("/figures/spoken").asInt()).isZero();
        assertThat(later.at("/figures/rtt").isNull()).isTrue();
        assertThat(get("/api/v1/admin/quality?from=2030-02-02&to=2030-02-01", desk)
                        .code())
                .isEqualTo("INVALID_REQUEST");
        assertThat(get("/api/v1/admin/quality?from=nonsense", desk).code()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    @DisplayName("Q6: Prometheus has the waits and the ends, and no label that could name anybody")
    void prometheus() {
        aCallIsHeld();
        readyReport();
        String metrics = get("/actuator/prometheus", desk).raw().body();
        assertThat(metrics)
                .contains("consilium_call_setup_seconds_bucket{role=\"doctor\",le=\"0.5\"}")
                .containsPattern("consilium_call_reconnect_seconds_count\\{role=\"doctor\"} [1-9]")
                .containsPattern("consilium_calls_ended_total\\{reason=\"completed\"} [1-9]")
                .contains("consilium_call_mos_bucket");
        assertThat(metrics.lines().filter(line -> line.startsWith("consilium_")))
                .allMatch(line -> line.matches("consilium_\\w+(\\{((role|reason|result|kind|le)=\"[^\"]*\",?)*})? .*"));
    }
}
