package health.consilium.chat;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.Role;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.Http.Answer;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A7: the clinic says something into a call that goes on. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class ClinicMessageTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Consultations consultations;

    @Autowired
    private JdbcClient jdbc;

    private Clinic.Call call;
    private Person desk;

    @BeforeEach
    void aCallOfTwo() {
        call = clinic.call();
        desk = clinic.somebody(Role.ADMIN);
    }

    private Socket page(Person who) {
        Socket socket = Socket.greeted(port, clinic.ticket(who, call.id()));
        socket.hears("welcome");
        return socket;
    }

    private Socket present(Person who) {
        Socket socket = page(who);
        socket.say("join", "{}");
        socket.hears("state");
        return socket;
    }

    private Answer send(UUID key, String text) {
        String body = "{\"key\":\"%s\",\"text\":\"%s\"}".formatted(key, text);
        return new Http(port)
                .send("POST", "/api/v1/admin/live/" + call.appointment().id() + "/messages", desk.token(), body);
    }

    private long entries() {
        return jdbc.sql("select count(*) from audit_entry where actor = ? and action = 'SENT' and subject = 'CHAT'"
                        + " and patient = ?")
                .params(desk.id().value(), call.patient().id().value())
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("A7: it reaches both, says that it is the clinic's, stays in the chat, and stands in the audit trail")
    void reachesBoth() {
        Socket patients = present(call.patient());
        Socket doctors = page(call.doctor());
        Answer sent = send(UUID.randomUUID(), "The next patient waits.");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.data()).as("nothing of the call").isEmpty();
        for (Socket page : new Socket[] {patients, doctors}) {
            JsonNode message = page.hears("chat.message").at("/body/message");
            assertThat(message.path("text").asString()).isEqualTo("The next patient waits.");
            assertThat(message.at("/from/role").asString()).isEqualTo("ADMIN");
        }
        JsonNode history = new Http(port)
                .send(
                        "GET",
                        "/api/v1/consultations/" + call.appointment().id() + "/chat",
                        call.patient().token(),
                        null)
                .data();
        assertThat(history.findValuesAsString("text")).containsExactly("The next patient waits.");
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "A7, S29: sent twice under one key, also at the same moment, it stands there once, and once in the audit trail")
    void once() throws Exception {
        present(call.patient());
        UUID key = UUID.randomUUID();
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Callable<Integer> sends = () -> {
                together.await();
                return send(key, "Please wait.").status();
            };
            for (Future<Integer> one : two.invokeAll(List.of(sends, sends))) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
        send(key, "Please wait.");
        assertThat(entries()).isEqualTo(1);
        Integer stored = jdbc.sql("select count(*) from chat_message where consultation = ?")
                .param(call.id())
                .query(Integer.class)
                .single();
        assertThat(stored).isEqualTo(1);
    }

    @Test
    @DisplayName("A7: where nobody is, or all is over, it is refused and nothing is kept of it")
    void refused() {
        assertThat(send(UUID.randomUUID(), "Hello").code()).isEqualTo("NOT_IN_CALL");
        present(call.patient());
        assertThat(send(UUID.randomUUID(), " ").code()).isEqualTo("INVALID_REQUEST");
        assertThat(send(UUID.randomUUID(), "x".repeat(501)).code()).isEqualTo("INVALID_REQUEST");
        assertThat(send(UUID.randomUUID(), "x".repeat(500)).status()).isEqualTo(200);
        consultations.cancel(new ConsultationId(call.id()), call.doctor().user());
        assertThat(send(UUID.randomUUID(), "Hello").code()).isEqualTo("CONSULTATION_ENDED");
        assertThat(entries()).isEqualTo(1);
    }
}
