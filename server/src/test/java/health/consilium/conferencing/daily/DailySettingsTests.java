package health.consilium.conferencing.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting with which no call would come about stops the start, in words that hold no secret. */
class DailySettingsTests {
    private static final Secret<String> KEY = Secret.of("0123456789abcdef0123456789abcdef");

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with a blank in the middle", "line\nbreak-0123456789abcdef"})
    @DisplayName("a key that is none")
    void keys(String key) {
        assertThatThrownBy(() -> new DailyProperties(Secret.of(key), null, null, null))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("consilium.conferencing.daily.api-key")
                .satisfies(e -> assertThat(
                                key.isEmpty() || !String.valueOf(e.getMessage()).contains(key))
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not*base64*at*all*not*base64*at*all", "c2hvcnQ="})
    @DisplayName("a secret for webhooks that is none, or too short")
    void secrets(String secret) {
        assertThatThrownBy(() -> new DailyProperties(KEY, null, Secret.of(secret), null))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("consilium.conferencing.daily.webhook-secret")
                .hasMessageNotContaining(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic.daily.co", "https://clinic", "Clinic", ""})
    @DisplayName("a domain is a name and not an address")
    void domains(String domain) {
        assertThatThrownBy(() -> new DailyProperties(KEY, domain, null, null))
                .hasMessageContaining("consilium.conferencing.daily.domain");
    }

    @Test
    @DisplayName("the settings print no secret")
    void printed() {
        assertThat(new DailyProperties(KEY, "clinic", KEY, null).toString()).doesNotContain(KEY.reveal());
    }
}
