package health.consilium.admin.trail;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.audit.chain.ChainStore;
import health.consilium.audit.chain.Link;
import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S29: what people change and how they come in stands in the trail, when it happened and only then. */
@ServerTest
class StaffChangesTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private ChainStore chain;

    private Http http;
    private Person patient;
    private Person doctor;
    private Person desk;

    @BeforeEach
    void people() {
        http = new Http(port);
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        desk = clinic.somebody(Role.ADMIN);
    }

    @Test
    @DisplayName("S29: who marks as paid is named once, and the reason is not; a refusal makes no entry")
    void paid() {
        Appointment unpaid = clinic.in(Duration.ofDays(1), patient, doctor, false);
        String path = "/api/v1/appointments/" + unpaid.id().value() + "/payment/mark-paid";
        long before = chain.head().number();
        http.send("POST", path, desk.token(), "{\"reason\":\"cash from her daughter\"}");
        http.send("POST", path, desk.token(), "{\"reason\":\"cash again\"}");
        List<Link> made = since(before);
        assertThat(made).hasSize(1);
        Link entry = made.getFirst();
        assertThat(entry.action() + " " + entry.subject() + " " + entry.role()).isEqualTo("CONFIRMED PAYMENT ADMIN");
        assertThat(entry.actor()).isEqualTo(desk.id().value());
        assertThat(entry.patient()).isEqualTo(patient.id().value());
        assertThat(entry.details()).isEqualTo("{}");
    }

    @Test
    @DisplayName("S29: who cancels an appointment is named; a stranger who may not leaves nothing")
    void cancelled() {
        Appointment appointment = clinic.in(Duration.ofDays(2), patient, doctor, true);
        String path = "/api/v1/appointments/" + appointment.id().value() + "/cancel";
        long before = chain.head().number();
        http.send("POST", path, clinic.again(clinic.somebody(Role.PATIENT)).token(), null);
        http.send("POST", path, desk.token(), null);
        assertThat(since(before).stream().filter(link -> link.action().equals("CANCELLED")))
                .singleElement()
                .satisfies(link -> assertThat(link.actor()).isEqualTo(desk.id().value()));
    }

    @Test
    @DisplayName(
            "S29, V2.3: signing in, a wrong password, an unknown account and signing out make entries without an address")
    void signIns() {
        long before = chain.head().number();
        String right = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(patient.email(), Clinic.PASSWORD);
        http.send("POST", "/api/v1/auth/token", null, right.replace(Clinic.PASSWORD, "wrong"));
        http.send("POST", "/api/v1/auth/token", null, right.replace(patient.email(), "nobody@test.example"));
        String token = http.send("POST", "/api/v1/auth/token", null, right)
                .data()
                .path("accessToken")
                .asString();
        assertThat(token).isNotEmpty();
        http.send("POST", "/api/v1/auth/logout", patient.token(), null);
        List<Link> made = since(before);
        assertThat(made.stream().map(link -> link.action() + " " + link.role()))
                .containsExactly(
                        "SIGN_IN_FAILED NOBODY", "SIGN_IN_FAILED NOBODY", "SIGNED_IN PATIENT", "SIGNED_OUT PATIENT");
        assertThat(made.get(0).subjectId()).isEqualTo(patient.id().toString());
        assertThat(made.get(1).subjectId()).isNull();
        assertThat(made.toString()).doesNotContain("@");
    }

    @Test
    @DisplayName(
            "S29: who publishes hours or a day off is named, the doctor or the desk; what is refused makes no entry")
    void hours() {
        String path = "/api/v1/doctors/" + doctor.id();
        String week = "{\"slotMinutes\":30,\"bufferMinutes\":0,\"noticeMinutes\":0,\"aheadDays\":9,\"week\":[],"
                + "\"languages\":[],\"sentence\":\"\"}";
        String off = "{\"firstDay\":\"2030-01-09\",\"lastDay\":\"2030-01-08\",\"kind\":\"OFF\"}";
        Person stranger = clinic.somebody(Role.DOCTOR);
        long before = chain.head().number();
        http.send("PUT", path + "/availability", doctor.token(), week);
        http.send("PUT", path + "/availability", stranger.token(), week);
        http.send("POST", path + "/exceptions", desk.token(), off);
        http.send("POST", path + "/exceptions", desk.token(), off.replace("01-09", "01-08"));
        List<Link> made = since(before);
        assertThat(made.stream().map(link -> link.action() + " " + link.subject() + " " + link.role()))
                .containsExactly("CHANGED AVAILABILITY DOCTOR", "CHANGED AVAILABILITY ADMIN");
        assertThat(made.stream().map(Link::subjectId)).containsOnly(doctor.id().toString());
        assertThat(made.stream().map(Link::details)).containsExactly("{\"what\":\"WEEK\"}", "{\"what\":\"EXCEPTION\"}");
    }

    private List<Link> since(long number) {
        return chain.after(number, 100);
    }
}
