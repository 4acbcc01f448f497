package health.consilium.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class RatingTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Clock clock;

    private Instant began;
    private Clinic.Call call;

    @BeforeEach
    void aCallThatIsOver() {
        began = clock.instant();
        call = clinic.call();
        ConsultationId id = new ConsultationId(call.id());
        for (Person one : new Person[] {call.patient(), call.doctor()}) {
            consultations.arrived(id, one.id());
        }
        for (Person one : new Person[] {call.patient(), call.doctor()}) {
            consultations.mediaUp(id, one.id());
        }
        consultations.end(id, call.doctor().user());
    }

    private Answer ask(String method, String rest, Person who, @Nullable String body) {
        return new Http(port)
                .send(method, "/api/v1/consultations/" + call.appointment().id() + "/rating" + rest, who.token(), body);
    }

    private Answer rate(Person who, int stars) {
        return ask("PUT", "", who, "{\"stars\":" + stars + ",\"issues\":[\"AUDIO\"],\"text\":\"An echo\"}");
    }

    @Test
    @DisplayName("A5: one rating a person; it may be changed for a day from when it was given: to the millisecond")
    void aDay() {
        Person patient = call.patient();
        assertThat(rate(patient, 2).status()).isEqualTo(200);
        ((MutableClock) clock).advance(Duration.ofHours(20));
        patient = clinic.again(patient);
        assertThat(rate(patient, 3).status()).isEqualTo(200);
        ((MutableClock) clock).set(began.plus(Duration.ofDays(1)).minusMillis(1));
        patient = clinic.again(patient);
        assertThat(rate(patient, 4).status()).isEqualTo(200);
        ((MutableClock) clock).advance(Duration.ofMillis(1));
        assertThat(rate(patient, 5).code()).isEqualTo("RATING_CLOSED");
        Answer kept = ask("GET", "", patient, null);
        assertThat(kept.data().path("stars").asInt()).isEqualTo(4);
        assertThat(kept.data().path("editableUntil").asString())
                .isEqualTo(began.plus(Duration.ofDays(1)).toString());
    }

    @Test
    @DisplayName("A5: the doctor and administrators read what was said; the patient and other doctors do not")
    void shown() {
        rate(call.patient(), 2);
        for (Person reader : new Person[] {call.doctor(), clinic.somebody(Role.ADMIN)}) {
            var said = ask("GET", "/all", reader, null).data();
            assertThat(said.at("/0/stars").asInt()).isEqualTo(2);
            assertThat(said.at("/0/text").asString()).isEqualTo("An echo");
        }
        assertThat(ask("GET", "/all", call.patient(), null).code()).isEqualTo("FORBIDDEN");
        assertThat(ask("GET", "/all", clinic.somebody(Role.DOCTOR), null).code())
                .isEqualTo("NOT_FOUND");
    }
}
