package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.ServerTest;
import health.consilium.testing.Socket;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Q2: what somebody sends, holds back and wants to receive is told to the other side. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class MediaStateTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Clinic clinic;

    private Socket patient;
    private Socket doctor;

    @BeforeEach
    void bothAreIn() {
        Clinic.Call call = clinic.call();
        patient = seated(call.patient(), call.id());
        doctor = seated(call.doctor(), call.id());
    }

    private Socket seated(Person who, UUID call) {
        Socket socket = Socket.greeted(port, clinic.ticket(who, call));
        socket.hears("welcome");
        socket.say("join", "{}");
        socket.hears("state");
        return socket;
    }

    private JsonNode told(String more) {
        patient.say("media.state", "{\"microphone\":true,\"camera\":true,\"screen\":false" + more + "}");
        return doctor.hears("participant.updated")
                .path("body")
                .path("participant")
                .path("media");
    }

    @Test
    @DisplayName("Q2: a page that says nothing of it holds nothing back and wants everything")
    void aPageThatSaysNothingOfIt() {
        JsonNode media = told("");
        assertThat(media.path("paused").asBoolean()).isFalse();
        assertThat(media.path("receive").asString()).isEqualTo("full");
    }

    @Test
    @DisplayName("Q2: the wish for less and the paused picture reach the other side")
    void theWishForLess() {
        JsonNode media = told(",\"paused\":true,\"receive\":\"sound\"");
        assertThat(media.path("camera").asBoolean()).isTrue();
        assertThat(media.path("paused").asBoolean()).isTrue();
        assertThat(media.path("receive").asString()).isEqualTo("sound");
    }

    @Test
    @DisplayName("A8: how the provider's room names a page reaches the other side, and is gone with the next word")
    void theStayInTheRoom() {
        assertThat(told(",\"stay\":\"1b2c3d4e\"").path("stay").asString("")).isEqualTo("1b2c3d4e");
        assertThat(told("").path("stay").asString("")).isEmpty();
    }

    @Test
    @DisplayName("A8: what is no name of a stay is refused, and the other side hears nothing of it")
    void noStay() {
        for (String wrong : List.of("", "a b", "x".repeat(65), "<script>")) {
            patient.say(
                    "media.state", "{\"microphone\":true,\"camera\":true,\"screen\":false,\"stay\":\"" + wrong + "\"}");
            assertThat(patient.hears("problem").path("body").path("code").asString())
                    .isEqualTo("INVALID_REQUEST");
        }
        assertThat(told(",\"stay\":\"" + "x".repeat(64) + "\"").path("stay").asString(""))
                .hasSize(64);
    }
}
