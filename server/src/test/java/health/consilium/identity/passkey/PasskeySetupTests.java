package health.consilium.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.SetupFinding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A7, S7: passkeys need an address by name, and the configuration check says so. */
class PasskeySetupTests {
    @ParameterizedTest
    @CsvSource({
        ", production, PASSKEYS_NO_ADDRESS",
        "' ', production, PASSKEYS_NO_ADDRESS",
        ", demo, PASSKEYS_DEMO",
        "https://video.clinic.example, production, PASSKEYS_GOOD",
        "https://192.0.2.7:8443, production, PASSKEYS_NUMBERS",
        "'https://[2001:db8::1]', production, PASSKEYS_NUMBERS"
    })
    @DisplayName("S7: without an address, or with one of numbers, passkeys are a warning outside the demo")
    void address(@Nullable String address, String mode, SetupFinding finding) {
        assertThat(new PasskeySetup(address, mode).look().finding()).isEqualTo(finding);
    }
}
