package health.consilium.e2e;

import static health.consilium.e2e.server.Someone.HADDAD;
import static health.consilium.e2e.server.Someone.LINDQVIST;
import static health.consilium.e2e.server.Someone.OKAFOR;
import static health.consilium.e2e.server.Someone.ROSSI;
import static health.consilium.e2e.server.Someone.WEBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.e2e.browser.Person;
import health.consilium.e2e.server.Api;
import health.consilium.e2e.server.Line;
import health.consilium.e2e.server.Someone;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** L12: nobody else gets in, through the real doors. */
@Pages
class OutsiderTests {
    private static final int TICKET_REFUSED = 4401;

    @RegisterExtension
    static final Clinic clinic = Clinic.ordinary();

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource(names = {"HADDAD", "OKAFOR"})
    @DisplayName("L12: another patient and another doctor are refused, and their pages show nothing")
    void othersAreRefused(Someone outsider) {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        Api api = clinic.api().as(outsider);
        assertThat(api.post(entry(appointment), Map.of()).code()).isEqualTo("NOT_A_PARTICIPANT");
        assertThat(api.get("/api/v1/consultations/" + appointment).code()).isEqualTo("NOT_FOUND");

        Person curious = clinic.signedIn(outsider).opensTheCall(appointment).seesThat("[role=alert]");
        assertThat(curious.sees("waiting-room") || curious.sees("call")).isFalse();
        assertThat(curious.connections()).isZero();
    }

    @Test
    @DisplayName("L12: who is not signed in sees the door and nothing else")
    void anonymousSeesTheDoor() {
        UUID appointment = clinic.appointment(ROSSI, WEBER);
        assertThat(clinic.api().post(entry(appointment), Map.of()).status()).isIn(401, 403);
        assertThat(clinic.api().get("/api/v1/consultations/" + appointment).code())
                .isEqualTo("NOT_SIGNED_IN");
        clinic.comes(LINDQVIST).opensTheCall(appointment).isShown("login-submit");
    }

    @Test
    @DisplayName("L12: a forged id is nobody's appointment")
    void aForgedIdIsNothing() {
        Api.Answer answer = clinic.api().as(ROSSI).post(entry(UUID.randomUUID()), Map.of());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }

    @Test
    @DisplayName("L8: an appointment that is not paid cannot be entered")
    void unpaidIsRefused() {
        UUID appointment =
                clinic.database().appointment(HADDAD, OKAFOR, clinic.clock().now(), Duration.ofMinutes(30));
        assertThat(clinic.api().as(HADDAD).post(entry(appointment), Map.of()).code())
                .isEqualTo("NOT_PAID");
        clinic.signedIn(HADDAD)
                .seesThat("[data-testid=appointment-" + appointment + "] [data-testid=action-pay]")
                .opensTheCall(appointment)
                .isShown("refused");
    }

    @Test
    @DisplayName("L12: a ticket opens the socket once")
    void aReplayedTicketIsRefused() {
        String ticket = clinic.api().as(ROSSI).callTicket(clinic.appointment(ROSSI, WEBER));
        try (Line first = Line.open(http, clinic.server().address());
                Line second = Line.open(http, clinic.server().address())) {
            first.hello(ticket);
            assertThatThrownBy(() -> second.hello(ticket)).hasMessageContaining("closed");
            assertThat(second.closeCode()).isEqualTo(TICKET_REFUSED);
        }
    }

    @Test
    @DisplayName("L12: a ticket is good for thirty seconds")
    void anExpiredTicketIsRefused() {
        String ticket = clinic.api().as(ROSSI).callTicket(clinic.appointment(ROSSI, WEBER));
        clinic.clock().advance(Duration.ofSeconds(30));
        try (Line late = Line.open(http, clinic.server().address())) {
            assertThatThrownBy(() -> late.hello(ticket)).hasMessageContaining("closed");
            assertThat(late.closeCode()).isEqualTo(TICKET_REFUSED);
        }
    }

    @Test
    @DisplayName("S1: a page of another site cannot open the socket")
    void aForeignOriginIsRefused() {
        URI server = clinic.server().address();
        assertThatThrownBy(() -> Line.open(http, server, "https://elsewhere.example"))
                .rootCause()
                .hasMessageContaining("403");
        Person visitor = clinic.comes(LINDQVIST, URI.create("http://127.0.0.1:" + server.getPort()));
        visitor.goesTo("/");
        assertThat(visitor.page()
                        .evaluate(
                                "port => new Promise(done => {"
                                        + " const socket = new WebSocket(`ws://localhost:${port}/ws/v1`);"
                                        + " socket.onopen = () => done('open'); socket.onerror = () => done('refused'); })",
                                server.getPort()))
                .isEqualTo("refused");
    }

    private static String entry(UUID appointment) {
        return "/api/v1/consultations/" + appointment + "/entry";
    }
}
