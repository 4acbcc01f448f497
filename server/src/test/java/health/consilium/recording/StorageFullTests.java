package health.consilium.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.identity.Tickets;
import health.consilium.recording.segments.Intake;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.store.Ledger.Reading;
import health.consilium.recording.store.TakeStore;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** F12: no disk has as much room as is to be left free here. */
@ServerTest
@TestPropertySource(properties = "consilium.recording.reserve=1000000TB")
class StorageFullTests {
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Tickets tickets;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Recordings recordings;

    @Autowired
    private TakeStore takes;

    @Autowired
    private Intake intake;

    @Autowired
    private Clock clock;

    @Test
    @DisplayName("without room the recording stops, everybody is told why, and the call goes on")
    void stops() {
        Person patient = clinic.somebody(Role.PATIENT);
        Person doctor = clinic.somebody(Role.DOCTOR);
        ConsultationId call = consultations
                .ofAppointment(clinic.now(patient, doctor, true).id())
                .orElseThrow()
                .id();
        consultations.arrived(call, doctor.id());
        consultations.arrived(call, patient.id());
        UUID id = recordings.request(call, doctor.id(), new Reading("1", "en")).id();
        recordings.answer(id, call, patient.id(), true, new Reading("1", "en"));
        int take = takes.open(id, doctor.id(), "video/webm", clock.instant());
        Socket page = Socket.greeted(
                port, tickets.issue(patient.user(), call.value()).ticket().reveal());
        page.hears("welcome");
        Instant now = clock.instant();
        Intake.Arriving part = new Intake.Arriving(id, take, 0, false, now, now, NOTHING);
        assertThatThrownBy(() -> intake.take(part, new byte[0], doctor.id())).hasMessageContaining("no room");
        var state = page.hears("recording.state").path("body");
        assertThat(state.path("phase").asString()).isEqualTo("STOPPED");
        assertThat(state.path("reason").asString()).isEqualTo("STORAGE_FULL");
        assertThat(consultations.find(call).orElseThrow().present()).hasSize(2);
    }
}
