package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.conferencing.daily.DailyApi.Patience;
import health.consilium.kernel.Problem;
import health.consilium.kernel.PublicAddress;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.testing.FakeDaily;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A8: Daily is told once where to tell us, and again only when that has stopped working. */
class DailyWebhookTests extends AtDaily {
    private static final Secret<String> SECRET = Secret.of(FakeDaily.SECRET);
    private final DailyWebhook webhook =
            new DailyWebhook(api, new PublicAddress(URI.create("https://video.clinic.example")));

    @BeforeEach
    void somebodyElses() {
        daily.webhooks()
                .put(
                        "other",
                        JsonMapper.builder()
                                .build()
                                .createObjectNode()
                                .put("uuid", "other")
                                .put("url", "https://shop.example/daily"));
    }

    @Test
    @DisplayName("made once, with our address, our secret, our events, and tried again after failures of ours")
    void made() {
        webhook.ensure(SECRET);
        ObjectNode ours = ours();
        assertThat(ours.path("url").asString())
                .isEqualTo("https://video.clinic.example/api/v1/conferencing/daily/webhook");
        assertThat(ours.path("hmac").asString()).isEqualTo(FakeDaily.SECRET);
        assertThat(ours.path("retryType").asString()).isEqualTo("exponential");
        assertThat(ours.path("eventTypes").toString())
                .contains("participant.joined", "participant.left", "meeting.ended", "recording.ready-to-download");
        daily.requests().clear();
        webhook.ensure(SECRET);
        assertThat(daily.requests()).containsExactly("GET /webhooks");
        assertThat(daily.webhooks()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "state,FAILED",
        "state,INACTIVE",
        "hmac,c29tZWJvZHkgZWxzZSdzIHNlY3JldCAxMjM0NTY3ODk=",
        "retryType,circuit-breaker"
    })
    @DisplayName("one that has failed, or is another than ours should be, is put right and not made twice")
    void mended(String field, String value) {
        webhook.ensure(SECRET);
        ours().put(field, value);
        webhook.ensure(SECRET);
        assertThat(ours().path("state").asString()).isEqualTo("ACTIVE");
        assertThat(ours().path("hmac").asString()).isEqualTo(FakeDaily.SECRET);
        assertThat(ours().path("retryType").asString()).isEqualTo("exponential");
        assertThat(daily.webhooks()).hasSize(2);
    }

    @Test
    @DisplayName("a webhook without one of our events is put right")
    void oneEventLess() {
        webhook.ensure(SECRET);
        ours().withArray("eventTypes").remove(0);
        webhook.ensure(SECRET);
        assertThat(ours().path("eventTypes").size()).isEqualTo(5);
    }

    @Test
    @DisplayName("an answer that is lost makes no second webhook: the next look finds the first")
    void answerLost() {
        daily.losesTheSecondAnswer();
        assertThatThrownBy(() -> webhook.ensure(SECRET)).isInstanceOf(Problem.class);
        webhook.ensure(SECRET);
        assertThat(daily.webhooks()).hasSize(2);
    }

    @Test
    @DisplayName("a Daily that is away holds nothing up")
    void away() {
        daily.meets(FakeDaily.Fault.NO_LINE, 100);
        new DailyWebhookKeeper(webhook, SECRET).look();
        daily.meets(FakeDaily.Fault.NO_LINE, 0);
        new DailyWebhookKeeper(webhook, SECRET).look();
        assertThat(daily.webhooks()).hasSize(2);
    }

    @Test
    @DisplayName("without a setting the secret is one of this installation's, 256 bits in base64, and stays the same")
    void ownSecret() {
        SecretStore store = name -> Secret.of("ab".repeat(31) + (name.equals("daily-webhook") ? "01" : "02"));
        DailyProperties without = new DailyProperties(settings.apiKey(), null, null, null);
        Secret<String> secret = DailyWebhook.secret(without, store);
        assertThat(Base64.getDecoder().decode(secret.reveal())).hasSize(32).endsWith(1);
        assertThat(DailyWebhook.secret(without, store)).isEqualTo(secret);
        assertThat(DailyWebhook.secret(settings, store)).isEqualTo(SECRET);
    }

    @Test
    @DisplayName("nobody answers at our address: Daily makes no webhook, and the next look tries again")
    void notReachable() {
        DailyWebhook there = new DailyWebhook(
                new DailyApi(settings, Patience.ORDINARY, pause), new PublicAddress(URI.create("http://127.0.0.1:1")));
        assertThatThrownBy(() -> there.ensure(SECRET)).isInstanceOf(Problem.class);
        assertThat(daily.webhooks()).hasSize(1);
    }

    private ObjectNode ours() {
        return daily.webhooks().values().stream()
                .filter(one -> !one.path("uuid").asString("").equals("other"))
                .findFirst()
                .orElseThrow();
    }
}
