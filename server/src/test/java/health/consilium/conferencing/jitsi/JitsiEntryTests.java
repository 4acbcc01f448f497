package health.consilium.conferencing.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.jitsi.token.Refusal;
import health.consilium.conferencing.jitsi.token.TokenJudge;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** H5, A8: coming in by the door of the product gives what Jitsi lets in, and refuses whom we refuse. */
class JitsiEntryTests extends AtJitsi {
    @Autowired
    private JitsiProperties settings;

    @Override
    protected String provider() {
        return JitsiProvider.NAME;
    }

    @Test
    @DisplayName("A8: both get a token of their own that Jitsi lets into this room, until the end and no second longer")
    void comesIn() {
        TokenJudge judge = new TokenJudge(settings.signer(), settings.claims());
        String before = "";
        for (Person who : new Person[] {patient, doctor}) {
            Http.Answer entered = enter(who);
            assertThat(entered.status()).as(entered.body().toString()).isEqualTo(200);
            assertThat(entered.data().path("provider").asString()).isEqualTo("jitsi");
            JsonNode join = entered.data().path("join");
            String token = join.path("token").asString();
            Instant end = Instant.parse(join.path("expiresAt").asString());
            assertThat(join.path("roomName").asString()).isEqualTo(room);
            assertThat(token).isNotEqualTo(before);
            assertThat(judge.refusals(token, room, clock.instant())).isEmpty();
            assertThat(judge.refusals(token, room, end)).containsExactly(Refusal.EXPIRED);
            assertThat(end).isBeforeOrEqualTo(endsAt());
            before = token;
        }
    }

    @Test
    @DisplayName("A8: whoever is not of this consultation gets no token")
    void strangers() {
        Http.Answer refused = enter(clinic.somebody(health.consilium.identity.Role.PATIENT));
        assertThat(refused.code()).isEqualTo("NOT_A_PARTICIPANT");
        assertThat(refused.body().toString()).doesNotContain("eyJ");
    }

    private Http.Answer enter(Person who) {
        return new Http(port).send("POST", "/api/v1/consultations/" + appointment.id() + "/entry", who.token(), null);
    }
}
