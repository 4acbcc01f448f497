package health.consilium.conferencing.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.Rooms;
import health.consilium.conferencing.spi.Room;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A consultation of now whose room is at another provider, and that provider's server, which speaks to ours. */
@ServerTest
public abstract class AtJitsi {
    @LocalServerPort
    protected int port;

    @Autowired
    protected Clinic clinic;

    @Autowired
    protected Consultations consultations;

    @Autowired
    protected Rooms rooms;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private Clock time;

    protected MutableClock clock;

    protected Person patient;
    protected Person doctor;
    protected Appointment appointment;
    protected ConsultationId call;
    protected String room;

    protected abstract String provider();

    @BeforeEach
    void aConsultationThere() {
        clock = (MutableClock) time;
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        appointment = clinic.now(patient, doctor, true);
        call = consultations
                .enter(appointment.id(), patient.user())
                .consultation()
                .id();
        Room opened = rooms.of(call.value()).orElseThrow();
        room = opened.name();
        jdbc.sql("update conferencing_room set provider = ? where consultation = ?")
                .params(provider(), call.value())
                .update();
        assertThat(room).matches("room-[0-9a-f]{40}");
    }

    protected Instant endsAt() {
        return consultations.find(call).orElseThrow().endsAt();
    }

    protected Http.Answer send(String method, String path, String type, String authorization, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/conferencing/" + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", type);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return new Http(port).send(request.build());
    }
}
