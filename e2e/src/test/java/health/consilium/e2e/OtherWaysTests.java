package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.e2e.browser.Person;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same call with another browser, and with a network that lets nothing through but the relay. */
class OtherWaysTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.with(Map.of(
            "consilium.relay.listen-addresses", "127.0.0.1",
            "consilium.relay.allowed-peers", "127.0.0.1"));

    @Test
    @DisplayName("V1: a patient with Firefox and a doctor with Chromium see and hear each other")
    void firefoxAndChromiumSeeAndHearEachOther() {
        Person doctor = clinic.signedIn(WEBER);
        Person patient = clinic.comesWithFirefox(ROSSI).signsIn();
        Call call = Call.between(clinic, clinic.appointment(ROSSI, WEBER), patient, doctor);
        call.bothSeeMore(60);
        patient.hearsTheOther();
        doctor.hearsTheOther();
        doctor.endsForAll();
        patient.isShown("after-title");
    }

    @Test
    @DisplayName("V1: where only the relay gets through, the call goes through the relay")
    void theRelayCarriesTheCall() {
        Person doctor = clinic.comes(OKAFOR).withRelayOnly().signsIn();
        Person patient = clinic.comes(HADDAD).withRelayOnly().signsIn();
        Call call = Call.between(clinic, clinic.appointment(HADDAD, OKAFOR), patient, doctor);
        call.bothSeeMore(60);
        assertThat(patient.media().localType()).isEqualTo("relay");
        assertThat(doctor.media().localType()).isEqualTo("relay");
        assertThat(doctor.media().remoteType()).isEqualTo("relay");
    }
}
