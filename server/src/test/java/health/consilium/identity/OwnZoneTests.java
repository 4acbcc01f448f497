package health.consilium.identity;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A1, U2: whose time zone follows the device, and whose does not. */
@ServerTest
class OwnZoneTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Users users;

    private Answer ask(Person who, String zone) {
        return new Http(port).send("PATCH", "/api/v1/auth/me", who.token(), "{\"zone\":\"%s\"}".formatted(zone));
    }

    private String zone(Person who) {
        return users.find(who.id()).orElseThrow().zone().getId();
    }

    @Test
    @DisplayName(
            "A1: a doctor's hours stay where they are: another zone is refused with why and what to do, the same is taken")
    void ofADoctor() {
        Person doctor = clinic.somebody(Role.DOCTOR);
        Answer refused = ask(doctor, "America/New_York");
        assertThat(refused.code()).isEqualTo("FORBIDDEN");
        assertThat(refused.body().path("message").asString()).contains("hours").contains("ask the clinic");
        assertThat(refused.body().at("/details/zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(zone(doctor)).isEqualTo("Europe/Berlin");
        assertThat(ask(doctor, "Europe/Berlin").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Europe/Paris", "Asia/Kathmandu", "UTC", "Etc/GMT+2", "+05:45", "-18:00"})
    @DisplayName("U2: a patient's zone follows their device, by each name that browsers give")
    void ofAPatient(String zone) {
        Person patient = clinic.somebody(Role.PATIENT);
        assertThat(ask(patient, zone).status()).isEqualTo(200);
        assertThat(zone(patient)).isEqualTo(zone);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"", "Europe/Atlantis", "europe/paris", "UTC+2", "GMT+02:00", "Z", "+2", "+18:01", "+05:45:30"})
    @DisplayName("U2: what browsers cannot show is refused for everybody with an example of what is meant")
    void unknown(String zone) {
        for (Role role : Role.values()) {
            Person somebody = clinic.somebody(role);
            Answer refused = ask(somebody, zone);
            assertThat(refused.code()).isEqualTo("INVALID_REQUEST");
            assertThat(refused.body().path("message").asString()).contains("Europe/Berlin");
            assertThat(zone(somebody)).isEqualTo("Europe/Berlin");
        }
    }
}
