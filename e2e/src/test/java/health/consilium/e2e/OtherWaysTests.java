package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import health.consilium.e2e.browser.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the whole call does not show of other browsers, and of networks that let only TCP or TLS to the relay. */
class OtherWaysTests {
    @RegisterExtension
    static final Clinic clinic = Clinic.sharedWithTlsRelay();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "Q4: an offer with which one browser restarts the connection is understood by the other one, either way")
    void restartsAreUnderstood(boolean byFirefox) {
        Person chromium = clinic.signedIn(WEBER);
        Person firefox = clinic.comesWithFirefox(ROSSI).signsIn();
        Call.between(clinic, clinic.appointment(ROSSI, WEBER), firefox, chromium)
                .bothSeeMore(10);
        Person restarting = byFirefox ? firefox : chromium;
        Person asked = byFirefox ? chromium : firefox;
        assertThatCode(() -> asked.understands(restarting.restartOffer())).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("Q1: between two Chromium browsers both cameras are sent as H264, which costs the least")
    void bothSendH264() {
        Person doctor = clinic.signedIn(OKAFOR);
        Person patient = clinic.signedIn(HADDAD);
        Call.between(clinic, clinic.appointment(HADDAD, OKAFOR), patient, doctor)
                .bothSeeMore(10);
        assertThat(doctor.media().pictureFormat()).isEqualTo("video/H264");
        assertThat(patient.media().pictureFormat()).isEqualTo("video/H264");
    }

    @ParameterizedTest
    @CsvSource({"transport=tcp, tcp", "turns:, tls"})
    @DisplayName("V1: where only the relay gets through, the call goes through the relay: over TCP, and TLS alone")
    void theRelayCarriesTheCall(String address, String protocol) {
        Person doctor = clinic.comes(OKAFOR).withRelayOnly(address).signsIn();
        Person patient = clinic.comes(HADDAD).withRelayOnly(address).signsIn();
        Call.between(clinic, clinic.appointment(HADDAD, OKAFOR), patient, doctor)
                .bothSeeMore(60)
                .bothHear();
        assertThat(patient.media().localType()).isEqualTo("relay");
        assertThat(doctor.media().localType()).isEqualTo("relay");
        assertThat(doctor.media().remoteType()).isEqualTo("relay");
        assertThat(patient.media().relayProtocol()).isEqualTo(protocol);
        assertThat(doctor.media().relayProtocol()).isEqualTo(protocol);
        doctor.endsForAll();
        patient.isShown("after-title");
    }
}
