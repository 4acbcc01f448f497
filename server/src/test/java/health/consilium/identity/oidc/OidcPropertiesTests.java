package health.consilium.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.identity.Role;
import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SetupCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A6: which role a claim makes, and what happens when the provider is away. */
class OidcPropertiesTests {
    private static OidcProperties settings(String claim) {
        return new OidcProperties(
                "http://127.0.0.1:1",
                "client",
                Secret.of("secret"),
                "Hospital",
                List.of("openid"),
                claim,
                List.of("patient"),
                List.of("physician", "surgeon"),
                List.of("it"));
    }

    @Test
    @DisplayName(
            "a text or a list, also inside; of several the one with most rights counts; unknown ones count as none")
    void roles() {
        assertThat(settings("role").role(Map.of("role", "surgeon"))).contains(Role.DOCTOR);
        assertThat(settings("roles").role(Map.of("roles", List.of("patient", "it", "physician"))))
                .contains(Role.ADMIN);
        assertThat(settings("a.b").role(Map.of("a", Map.of("b", List.of("patient")))))
                .contains(Role.PATIENT);
        assertThat(settings("https://x.example/roles").role(Map.of("https://x.example/roles", List.of("it"))))
                .contains(Role.ADMIN);
        assertThat(settings("roles").role(Map.of("roles", List.of("gardener")))).isEmpty();
        assertThat(settings("roles").role(Map.of("roles", 7))).isEmpty();
        assertThat(settings("a.b").role(Map.of("a", "b"))).isEmpty();
        assertThat(settings("roles").role(Map.of())).isEmpty();
    }

    @Test
    @DisplayName("a provider that is away keeps nothing from starting; it does not answer, and that can be asked")
    void away() {
        LazyClient client = new LazyClient(settings("roles"));
        assertThat(client.answers()).isFalse();
        assertThat(client.findByRegistrationId(LazyClient.ID)).isNull();
    }

    @Test
    @DisplayName("the configuration check says that the provider is away, or that there is none")
    void checked() {
        assertThat(new OidcCheck(settings("roles")).look().state()).isEqualTo(SetupCheck.State.BROKEN);
        OidcProperties none =
                new OidcProperties(null, null, null, "", List.of(), "roles", List.of(), List.of(), List.of());
        assertThat(new OidcCheck(none).look().state()).isEqualTo(SetupCheck.State.NOT_USED);
    }

    @Test
    @DisplayName(
            "an issuer without a client is a mistake that is said at the start; settings do not print their secret")
    void incomplete() {
        assertThatThrownBy(() -> new OidcProperties(
                        "https://x.example", null, null, "", List.of(), "", List.of(), List.of(), List.of()))
                .isInstanceOf(CannotStart.class);
        assertThat(settings("roles").toString()).doesNotContain("secret");
    }
}
