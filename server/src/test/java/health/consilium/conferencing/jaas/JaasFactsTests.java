package health.consilium.conferencing.jaas;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.ToldFactsContract;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** By 8x8's webhooks, through the door of the product. */
class JaasFactsTests extends ToldFactsContract {
    @Override
    protected String provider() {
        return JaasProvider.NAME;
    }

    @Override
    protected Runnable coming(Person who, String stay) {
        return told(notice("PARTICIPANT_JOINED", who, stay));
    }

    @Override
    protected Runnable going(Person who, String stay) {
        return told(notice("PARTICIPANT_LEFT", who, stay));
    }

    @Test
    @DisplayName("A8: without the agreed secret, of another tenant or of a foreign room: refused, and nobody is in")
    void refused() {
        String good = notice("PARTICIPANT_JOINED", patient, "stay-" + UUID.randomUUID());
        assertThat(tell(good, "").code()).isEqualTo("SIGNATURE_REFUSED");
        assertThat(tell(good, "Bearer " + ServerTest.EVENTS_SECRET).code()).isEqualTo("SIGNATURE_REFUSED");
        String others = good.replace(ServerTest.JAAS_TENANT, "vpaas-magic-cookie-of-others");
        assertThat(tell(others, ServerTest.JAAS_SECRET).code()).isEqualTo("NOT_FOUND");
        String foreign = good.replace(room, "room-" + "0".repeat(40));
        assertThat(tell(foreign, ServerTest.JAAS_SECRET).code()).isEqualTo("NOT_FOUND");
        assertThat(tell(good.substring(1), ServerTest.JAAS_SECRET).code()).isEqualTo("INVALID_REQUEST");
        assertThat(rooms.isIn(call.value(), patient.id().value())).isFalse();
        // With the secret, these very words are taken; also with members that nobody knows.
        String newer = good.replace("\"data\":{", "\"newer\":{\"x\":1},\"data\":{\"newest\":[],");
        assertThat(tell(newer, ServerTest.JAAS_SECRET).status()).isEqualTo(200);
        assertThat(rooms.isIn(call.value(), patient.id().value())).isTrue();
    }

    private String notice(String type, Person who, String stay) {
        return """
                {"idempotencyKey":"%s","customerId":"c","appId":"%s","eventType":"%s","sessionId":"s","timestamp":%d,
                 "fqn":"%s/%s","data":{"id":"%s","participantId":"%s"}}""".formatted(
                        UUID.randomUUID(),
                        ServerTest.JAAS_TENANT,
                        type,
                        clock.instant().toEpochMilli(),
                        ServerTest.JAAS_TENANT,
                        room,
                        who.id(),
                        stay);
    }

    private Runnable told(String notice) {
        return () -> assertThat(tell(notice, ServerTest.JAAS_SECRET).status()).isEqualTo(200);
    }

    private Http.Answer tell(String notice, String authorization) {
        Http http = new Http(port);
        var request = http.request("POST", "/api/v1/conferencing/jaas/webhook", notice);
        return http.send(
                authorization.isEmpty()
                        ? request.build()
                        : request.header("Authorization", authorization).build());
    }
}
