package health.consilium.conferencing.jaas;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.CallAtProvider;
import health.consilium.conferencing.jitsi.token.Refusal;
import health.consilium.conferencing.jitsi.token.TokenJudge;
import health.consilium.identity.Role;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** H5, A8: coming in by the door of the product gives what 8x8 lets in, and refuses whom we refuse. */
class JaasEntryTests extends CallAtProvider {
    @Autowired
    private JaasProperties settings;

    @Override
    protected String provider() {
        return JaasProvider.NAME;
    }

    @Test
    @DisplayName("A8: both get a token of their own that 8x8 lets into this room below our tenant, until the very end")
    void comesIn() {
        TokenJudge judge = new TokenJudge(settings.signer(), settings.claims());
        for (Person who : new Person[] {patient, doctor}) {
            Http.Answer entered = enter(who);
            assertThat(entered.status()).as(entered.body().toString()).isEqualTo(200);
            assertThat(entered.data().path("provider").asString()).isEqualTo("jaas");
            JsonNode join = entered.data().path("join");
            String token = join.path("token").asString();
            Instant end = Instant.parse(join.path("expiresAt").asString());
            assertThat(judge.refusals(token, room, clock.instant())).isEmpty();
            assertThat(judge.refusals(token, room, end)).containsExactly(Refusal.EXPIRED);
            assertThat(end).isEqualTo(view().endsAt());
            assertThat(part(token, 0).path("kid").asString()).isEqualTo(ServerTest.JAAS_TENANT + "/ab12cd");
            JsonNode context = part(token, 1).path("context");
            assertThat(context.path("user").path("id").asString())
                    .isEqualTo(who.id().value().toString());
            assertThat(context.path("user").path("moderator").asString()).isEqualTo(String.valueOf(who.equals(doctor)));
            assertThat(context.path("features").path("recording").asString())
                    .isEqualTo(String.valueOf(who.equals(doctor)));
        }
    }

    @Test
    @DisplayName("A8: whoever is not of this consultation gets no token")
    void strangers() {
        Http.Answer refused = enter(clinic.somebody(Role.PATIENT));
        assertThat(refused.code()).isEqualTo("NOT_A_PARTICIPANT");
        assertThat(refused.body().toString()).doesNotContain("eyJ");
    }

    private static JsonNode part(String token, int part) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]));
    }

    private Http.Answer enter(Person who) {
        return new Http(port).send("POST", "/api/v1/consultations/" + appointment.id() + "/entry", who.token(), null);
    }
}
