package health.consilium.prescription;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A doctor with a licence number, and a call in which they may prescribe. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
abstract class ACallWithAPrescriber {
    static final String ITEM = "{\"medication\":\"Amoxicillin\",\"code\":null,\"dose\":\"500 mg\",\"route\":\"ORAL\","
            + "\"frequency\":\"THREE_TIMES_DAILY\",\"days\":7,\"notes\":\"with food\"}";

    @LocalServerPort
    int port;

    @Autowired
    Clinic clinic;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Clinic.Call call;
    Person doctor;
    Person patient;
    String sheet;

    @BeforeEach
    void aCall() {
        call = clinic.call();
        doctor = call.doctor();
        patient = call.patient();
        sheet = "/api/v1/consultations/" + call.appointment().id() + "/prescriptions";
        ask("PUT", "/api/v1/prescriber", doctor, "{\"licence\":\"DE-4711\"}");
    }

    Answer ask(String method, String path, Person who, @Nullable String body) {
        return new Http(port).send(method, path, who.token(), body);
    }

    String draft() {
        return "/api/v1/prescriptions/"
                + ask("POST", sheet, doctor, null).data().path("id").asString();
    }

    Answer save(String path, int revision, String items) {
        return ask(
                "PUT",
                path + "/draft",
                doctor,
                "{\"revision\":%d,\"notes\":\"Drink a lot.\",\"items\":[%s]}".formatted(revision, items));
    }

    Answer sign(String path, int revision) {
        return ask("POST", path + "/sign", doctor, "{\"revision\":" + revision + "}");
    }

    String signed() {
        String path = draft();
        save(path, 0, ITEM);
        assertThat(sign(path, 1).status()).isEqualTo(200);
        return path;
    }

    Answer verify(String code) {
        return new Http(port).send("POST", "/api/v1/verify", null, "{\"code\":\"" + code + "\"}");
    }

    String code(Person who, int newest) {
        return ask("GET", sheet, who, null)
                .data()
                .at("/prescriptions/0/versions/" + newest + "/code")
                .asString();
    }
}
