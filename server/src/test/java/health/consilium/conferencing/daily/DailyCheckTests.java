package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.conferencing.ConferencingProperties;
import health.consilium.kernel.PublicAddress;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.kernel.SetupCheck.Found;
import health.consilium.kernel.SetupCheck.State;
import health.consilium.testing.FakeDaily;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A8: `consilium doctor` finds out whether Daily carries calls and tells of them, before a patient does. */
class DailyCheckTests extends AtDaily {
    private static final SecretStore NO_SECRETS = new SecretStore() {
        @Override
        public Secret<String> named(String name) {
            throw new AssertionError("a check makes no secret");
        }

        @Override
        public boolean has(String name) {
            return false;
        }
    };

    private final PublicAddress address = new PublicAddress(URI.create("https://video.clinic.example"));
    private final DailyWebhook webhook = new DailyWebhook(api, address);

    @Test
    @DisplayName("the key holds and the webhook works: fine, and nothing was changed")
    void fine() {
        webhook.ensure(Secret.of(FakeDaily.SECRET));
        daily.requests().clear();
        assertThat(look(settings, "daily").state()).isEqualTo(State.FINE);
        assertThat(daily.requests()).containsExactly("GET /", "GET /webhooks");
    }

    @Test
    @DisplayName("a key that was taken back, and one of another domain, are broken; no word holds the key")
    void keys() {
        Found other = look(settings(FakeDaily.KEY, "another"), "daily");
        assertThat(other.state()).isEqualTo(State.BROKEN);
        assertThat(other.what()).contains("another");
        Found revoked = look(settings("revoked-revoked-revoked", null), "daily");
        assertThat(revoked.state()).isEqualTo(State.BROKEN);
        assertThat(revoked + revoked.remedy()).contains("api-key").doesNotContain("revoked-revoked");
    }

    @Test
    @DisplayName("a webhook that has failed is broken, and what to do is said")
    void failed() {
        webhook.ensure(Secret.of(FakeDaily.SECRET));
        hook().put("state", "FAILED");
        Found found = look(settings, "daily");
        assertThat(found.state()).isEqualTo(State.BROKEN);
        assertThat(found.what()).contains("FAILED");
        assertThat(found.remedy()).contains("https://video.clinic.example/api/v1/conferencing/daily/webhook");
    }

    @Test
    @DisplayName("no webhook, a foreign secret, or another provider chosen is a warning, and no word holds a secret")
    void warnings() {
        assertThat(look(settings, "daily").state()).isEqualTo(State.WARNING);
        webhook.ensure(Secret.of(FakeDaily.SECRET));
        assertThat(look(settings, "builtin").remedy()).contains("consilium.conferencing.provider=daily");
        hook().put("hmac", "c29tZWJvZHkgZWxzZSdz");
        Found found = look(settings, "daily");
        assertThat(found.state()).isEqualTo(State.WARNING);
        assertThat(found + found.what() + found.remedy()).doesNotContain(FakeDaily.SECRET, "c29tZWJvZHkgZWxzZSdz");
    }

    @Test
    @DisplayName("a Daily that is away is broken; who has none is told so")
    void away() {
        assertThat(look(new DailyProperties(null, null, null, null), "builtin").state())
                .isEqualTo(State.NOT_USED);
        daily.takesTheKeyBack();
        daily.stop();
        assertThat(look(settings, "daily").what()).isEqualTo("Daily does not answer.");
    }

    private ObjectNode hook() {
        return daily.webhooks().values().iterator().next();
    }

    private Found look(DailyProperties properties, String provider) {
        return new DailyCheck(properties, new ConferencingProperties(provider, null), address, NO_SECRETS).look();
    }
}
