package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main job of the product, whole: between two Chromium browsers, with a Firefox, and through the relay alone. */
class WholeCallTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.sharedWithTlsRelay();

    @Test
    @DisplayName("V1, V2, V3, V4, L2, L3, L6, L7: a patient and a doctor hold a consultation")
    void aPatientAndADoctorHoldAConsultation() {
        Person doctor = clinic.signedIn(WEBER);
        Person patient = clinic.signedIn(ROSSI);
        new WholeCall(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor).isHeld(() -> {});
    }

    @Test
    @DisplayName("V1–V4, L2, L3, L6, L7: the same, and the patient has Firefox")
    void withFirefox() {
        Person doctor = clinic.signedIn(WEBER);
        Person patient = clinic.comesWithFirefox(ROSSI).signsIn();
        new WholeCall(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor).isHeld(() -> {});
    }

    @Test
    @DisplayName("V1–V4, L2, L3, L6, L7: the same, where only the relay gets through")
    void throughTheRelay() {
        Person doctor = clinic.comes(OKAFOR).withRelayOnly("transport=udp").signsIn();
        Person patient = clinic.comes(HADDAD).withRelayOnly("transport=udp").signsIn();
        new WholeCall(clinic, clinic.appointment(HADDAD, OKAFOR), patient, doctor).isHeld(() -> {
            assertThat(patient.media().localType()).isEqualTo("relay");
            assertThat(doctor.media().localType()).isEqualTo("relay");
        });
    }
}
