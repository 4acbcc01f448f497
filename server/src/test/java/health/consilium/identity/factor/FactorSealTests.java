package health.consilium.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.identity.UserId;
import health.consilium.kernel.DataDirectory;
import health.consilium.platform.secrets.FileSecretStore;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S7: what authenticator apps know lies sealed, and opens after the key was changed. */
class FactorSealTests {
    private final UserId account = new UserId(UUID.randomUUID());

    @Test
    @DisplayName(
            "what an older key sealed opens, what is sealed from now on needs the new one, and nobody else's opens")
    void olderKeys(@TempDir Path root) {
        FactorSeal seal = new FactorSeal(new FileSecretStore(new DataDirectory(root)));
        byte[] secret = {1, 2, 3};
        byte[] before = seal.seal(account, secret);
        seal.advance();
        assertThat(seal.open(account, before)).isEqualTo(secret);
        byte[] after = seal.seal(account, secret);
        assertThat(seal.open(account, after)).isEqualTo(secret);
        assertThatThrownBy(() -> seal.open(new UserId(UUID.randomUUID()), after))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secrets/second-factors");
    }
}
