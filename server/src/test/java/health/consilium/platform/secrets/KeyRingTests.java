package health.consilium.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.KeyRing;
import health.consilium.kernel.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S25: keys are changed, and what they closed opens still. */
class KeyRingTests {
    @TempDir
    private Path root;

    @Test
    @DisplayName("the newest comes first, older ones stay, and another program on the same directory sees it at once")
    void generations() {
        FileSecretStore here = new FileSecretStore(new DataDirectory(root));
        KeyRing ring = new KeyRing(here, "webhooks");
        Secret<String> first = ring.newestFirst().getFirst();
        KeyRing beside = new KeyRing(new FileSecretStore(new DataDirectory(root)), "webhooks");
        assertThat(beside.newestFirst()).containsExactly(first);
        assertThat(ring.advance()).isEqualTo("webhooks-2");
        List<Secret<String>> both = beside.newestFirst();
        assertThat(both).hasSize(2).endsWith(first);
        assertThat(both.getFirst()).isNotEqualTo(first);
        assertThat(beside.newest()).isEqualTo("webhooks-2");
    }

    @Test
    @DisplayName("a generation that is missing is left out, and no other secret's name counts")
    void missing() throws Exception {
        FileSecretStore store = new FileSecretStore(new DataDirectory(root));
        KeyRing ring = new KeyRing(store, "turn");
        ring.newestFirst();
        store.named("turn-names");
        store.named("turn-3");
        assertThat(new KeyRing(new FileSecretStore(new DataDirectory(root)), "turn").newestFirst())
                .hasSize(2);
        assertThat(ring.advance()).isEqualTo("turn-4");
        assertThat(Files.exists(root.resolve("secrets/turn-2"))).isFalse();
    }
}
