package health.consilium.prescription.seal;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.DataDirectory;
import health.consilium.platform.secrets.FileSecretStore;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A4: a prescription stays genuine after the key was changed. */
class SealTests {
    private static final String TEXT = "{\"a\":1}";

    @Test
    @DisplayName("what an older key signed is verified with that key, and what nobody here signed is not")
    void olderKeys(@TempDir Path root) {
        Seal seal = new Seal(new FileSecretStore(new DataDirectory(root)));
        byte[] digest = seal.digest(TEXT);
        byte[] before = seal.sign(digest);
        byte[] firstKey = seal.publicKey(digest, before).orElseThrow();
        new SigningKeyRotation(seal).rotate();
        byte[] after = seal.sign(digest);
        assertThat(after).isNotEqualTo(before);
        assertThat(seal.holds(TEXT, before)).isTrue();
        assertThat(seal.holds(TEXT, after)).isTrue();
        assertThat(seal.publicKey(digest, before))
                .hasValueSatisfying(key -> assertThat(key).isEqualTo(firstKey));
        assertThat(seal.publicKey(digest, after))
                .hasValueSatisfying(key -> assertThat(key).isNotEqualTo(firstKey));
        assertThat(seal.holds(TEXT + " ", before)).isFalse();
        after[0] ^= 1;
        assertThat(seal.holds(TEXT, after)).isFalse();
    }
}
