package health.consilium.chat;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.scheduling.Appointment;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages and files of a consultation, over the wire. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class ChatTests {
    private static final String PDF = "%PDF-1.7 a letter";
    private static final String CSRF = "3a0f2f6e-5d1c-4b3f-8a43-0f0f6e3c9a11";

    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private JdbcClient jdbc;

    private Person patient;
    private Person doctor;
    private Appointment appointment;
    private UUID call;

    @BeforeEach
    void aPaidAppointmentNow() {
        Clinic.Call paid = clinic.call();
        patient = paid.patient();
        doctor = paid.doctor();
        appointment = paid.appointment();
        call = paid.id();
    }

    private Socket page(Person who) {
        Socket socket = Socket.greeted(port, clinic.ticket(who, call));
        socket.hears("welcome");
        return socket;
    }

    private String path(String rest) {
        return "/api/v1/consultations/" + appointment.id().value() + rest;
    }

    private Answer upload(Person who, String name, String content) {
        String body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: image/png\r\n\r\n" + content + "\r\n--limit--\r\n";
        Http http = new Http(port);
        return http.send(java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + port + path("/attachments")))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .header("Cookie", "XSRF-TOKEN=" + CSRF + "; CONSILIUM_SESSION=" + who.token())
                .header("X-XSRF-TOKEN", CSRF)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1))
                .build());
    }

    private Answer get(Person who, String rest) {
        return new Http(port).send("GET", path(rest), who.token(), null);
    }

    @Test
    @DisplayName("I6: what was confirmed is in the history, in the order it was sent, for both people")
    void history() {
        Socket patients = page(patient);
        for (String text : new String[] {"one", "two"}) {
            patients.say("chat.send", "{\"key\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), text));
            patients.hears("chat.message");
        }
        for (Person who : new Person[] {patient, doctor}) {
            assertThat(get(who, "/chat").data().findValuesAsString("text")).containsExactly("one", "two");
        }
        assertThat(get(clinic.somebody(Role.PATIENT), "/chat").status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "a text the database cannot hold is kept without what it cannot hold; nothing and too much are refused")
    void texts() {
        Socket patients = page(patient);
        patients.say("chat.send", "{\"key\":\"%s\",\"text\":\"a\\u0000b\"}".formatted(UUID.randomUUID()));
        assertThat(patients.hears("chat.message").at("/body/message/text").asString())
                .isEqualTo("ab");
        for (String text : new String[] {" ", "x".repeat(4_001)}) {
            patients.say("chat.send", "{\"key\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), text));
            assertThat(patients.hears("problem").at("/body/code").asString()).isEqualTo("INVALID_REQUEST");
        }
    }

    @Test
    @DisplayName("the other side learns what was read")
    void read() {
        Socket patients = page(patient);
        Socket doctors = page(doctor);
        patients.say("chat.send", "{\"key\":\"%s\",\"text\":\"Hello\"}".formatted(UUID.randomUUID()));
        String id = doctors.hears("chat.message").at("/body/message/id").asString();
        doctors.say("chat.read", "{\"upTo\":\"%s\"}".formatted(id));
        var told = patients.hears("chat.delivered").path("body");
        assertThat(told.path("upTo").asString()).isEqualTo(id);
        assertThat(told.path("state").asString()).isEqualTo("read");
    }

    @Test
    @DisplayName("S28: a file is what its first bytes say, and is only ever downloaded")
    void files() {
        Answer sent = upload(patient, "../../letter.pdf", PDF);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.data().path("type").asString()).isEqualTo("application/pdf");
        assertThat(sent.data().path("name").asString()).isEqualTo("letter.pdf");
        String file = "/attachments/" + sent.data().path("id").asString();
        Answer loaded = get(doctor, file);
        assertThat(loaded.raw().body()).isEqualTo(PDF);
        var headers = loaded.raw().headers();
        assertThat(headers.firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get(clinic.somebody(Role.DOCTOR), file).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("S28: a page in a picture's clothes is refused")
    void disguise() {
        Answer sent = upload(patient, "picture.png", "<html><script>alert(1)</script></html>");
        assertThat(sent.status()).isEqualTo(415);
        assertThat(sent.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    @DisplayName("a file over 10 MB is refused, and so is the fifty-first")
    void limits() {
        assertThat(upload(patient, "big.pdf", PDF + "x".repeat(10 * 1024 * 1024))
                        .code())
                .isEqualTo("PAYLOAD_TOO_LARGE");
        for (int i = 0; i < 50; i++) {
            jdbc.sql("insert into chat_attachment values (?, ?, ?, 'f', 'image/png', 1, now())")
                    .params(UUID.randomUUID(), call, patient.id().value())
                    .update();
        }
        assertThat(upload(patient, "one-more.pdf", PDF).code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    @DisplayName("a file of another consultation cannot be sent along")
    void foreignFile() {
        Socket patients = page(patient);
        patients.say(
                "chat.send", "{\"key\":\"%s\",\"attachment\":\"%s\"}".formatted(UUID.randomUUID(), UUID.randomUUID()));
        assertThat(patients.hears("problem").at("/body/code").asString()).isEqualTo("NOT_FOUND");
    }
}
