package health.consilium.admin.trail;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S29: "who saw my data" holds also those who saw a patient's name on a list. */
@ServerTest
class NamedOnListsTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Clock clock;

    private Http http;
    private String name;
    private Person patient;
    private Person doctor;
    private Person desk;

    @BeforeEach
    void people() {
        http = new Http(port);
        name = "Q" + UUID.randomUUID().toString().replaceAll("[^a-z]", "") + " Listed";
        patient = clinic.named(name, Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        desk = clinic.somebody(Role.ADMIN);
    }

    private void looks(Person who, String path) {
        assertThat(http.send("GET", path, who.token(), null).status()).as(path).isEqualTo(200);
    }

    private List<String> seenBy(Person whose) {
        return http.send("GET", "/api/v1/account/accesses", whose.token(), null)
                .data()
                .valueStream()
                .map(one -> one.path("role").asString() + " "
                        + one.path("action").asString() + " "
                        + one.path("subject").asString())
                .filter(entry -> entry.contains("VIEWED") || entry.contains("EXPORTED"))
                .toList();
    }

    @Test
    @DisplayName("S29: the doctor's calendar is one entry for each patient on it, once in a quarter of an hour")
    void calendar() {
        clinic.in(Duration.ofHours(3), patient, doctor, true);
        clinic.in(Duration.ofHours(5), patient, doctor, true);
        Person other = clinic.somebody(Role.PATIENT);
        clinic.in(Duration.ofHours(7), other, doctor, true);
        looks(doctor, "/api/v1/appointments");
        looks(doctor, "/api/v1/appointments");
        assertThat(seenBy(patient)).containsExactly("DOCTOR VIEWED APPOINTMENTS");
        assertThat(seenBy(other)).containsExactly("DOCTOR VIEWED APPOINTMENTS");
        ((MutableClock) clock).advance(Duration.ofMinutes(15));
        looks(clinic.again(doctor), "/api/v1/appointments");
        assertThat(seenBy(clinic.again(patient))).hasSize(2);
    }

    @Test
    @DisplayName("S29: who comes onto a list within the quarter of an hour gets an entry all the same")
    void lateOnTheList() {
        clinic.in(Duration.ofHours(3), clinic.somebody(Role.PATIENT), doctor, true);
        looks(doctor, "/api/v1/appointments");
        clinic.in(Duration.ofHours(5), patient, doctor, true);
        looks(doctor, "/api/v1/appointments");
        assertThat(seenBy(patient)).containsExactly("DOCTOR VIEWED APPOINTMENTS");
    }

    @Test
    @DisplayName("S29: history, search, the book of payments and its table, accounts")
    void otherLists() {
        clinic.now(patient, doctor, true);
        looks(desk, "/api/v1/admin/appointments?q=" + name.split(" ")[0]);
        assertThat(seenBy(patient)).containsExactly("ADMIN VIEWED APPOINTMENTS");
        looks(desk, "/api/v1/admin/payments");
        looks(desk, "/api/v1/admin/payments/table.csv");
        looks(desk, "/api/v1/admin/users?search=" + name.split(" ")[0]);
        assertThat(seenBy(patient))
                .containsExactlyInAnyOrder(
                        "ADMIN VIEWED APPOINTMENTS",
                        "ADMIN VIEWED PAYMENT",
                        "ADMIN EXPORTED PAYMENT",
                        "ADMIN VIEWED ACCOUNT");
        ((MutableClock) clock).advance(Duration.ofHours(1));
        looks(clinic.again(doctor), "/api/v1/history");
        assertThat(seenBy(clinic.again(patient))).contains("DOCTOR VIEWED APPOINTMENTS");
    }

    @Test
    @DisplayName("S29: the patients for whom the desk can book: who is on the page, and nobody else")
    void bookable() {
        Person other = clinic.named("Nobody " + UUID.randomUUID(), Role.PATIENT);
        looks(desk, "/api/v1/booking/patients?q=" + name.split(" ")[0]);
        assertThat(seenBy(patient)).containsExactly("ADMIN VIEWED ACCOUNT");
        assertThat(seenBy(other)).isEmpty();
    }

    @Test
    @DisplayName("S29: a search that does not find somebody leaves no entry of them")
    void notFound() {
        clinic.now(patient, doctor, true);
        looks(desk, "/api/v1/admin/appointments?q=nobodyIsCalledSo");
        looks(clinic.somebody(Role.DOCTOR), "/api/v1/appointments");
        looks(patient, "/api/v1/appointments");
        assertThat(seenBy(patient)).isEmpty();
    }
}
