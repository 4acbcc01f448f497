package health.consilium.webhook.store;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.Secret;
import health.consilium.testing.ServerTest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A10: receivers notice nothing of a new key, and one secret that is broken holds the others up no longer. */
@ServerTest
class WebhookKeyRotationTests {
    @Autowired
    private SecretsStore secrets;

    @Autowired
    private WebhookKeyRotation rotation;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("what signs is the same under the new key, and lies sealed otherwise than before")
    void sealedAnew() {
        UUID whole = endpoint();
        UUID broken = endpoint();
        Secret<String> given = secrets.rotate(whole);
        secrets.rotate(broken);
        jdbc.sql("update webhook_secret set sealed = '\\x00'::bytea || sealed where endpoint = ?")
                .param(broken)
                .update();
        byte[] before = sealed(whole);
        assertThat(rotation.rotate()).isPositive();
        assertThat(Arrays.equals(before, sealed(whole))).isFalse();
        assertThat(secrets.of(whole))
                .singleElement()
                .satisfies(key -> assertThat("whsec_" + Base64.getEncoder().encodeToString(key.reveal()))
                        .isEqualTo(given.reveal()));
        jdbc.sql("delete from webhook_endpoint").update();
    }

    private byte[] sealed(UUID endpoint) {
        return jdbc.sql("select sealed from webhook_secret where endpoint = ?")
                .param(endpoint)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private UUID endpoint() {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into webhook_endpoint (id, url, description, events, state, created_at, created_by)"
                        + " values (?, 'https://a.example', '', '{}', 'OFF', now(), ?)")
                .params(id, id)
                .update();
        return id;
    }
}
