package health.consilium.recording.vault;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.recording.Capture;
import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.spi.KeyWrapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.util.unit.DataSize;

/** R5: another implementation of KeyWrapping, of a key management service, takes the place of the installation's own keys. */
class OtherKeyWrappingTests {
    private static final List<String> MADE = new ArrayList<>();

    /** Turns the bits around: whoever asks a service for this would ask over the network. */
    static class Service implements KeyWrapping {
        @Override
        public String current() {
            return "kms/7";
        }

        @Override
        public Wrapped wrap(UUID recording, Secret<byte[]> key) {
            return new Wrapped(current(), turned(key.reveal()));
        }

        @Override
        public Secret<byte[]> unwrap(UUID recording, Wrapped wrapped) {
            return Secret.of(turned(wrapped.bytes()));
        }

        private static byte[] turned(byte[] bytes) {
            byte[] turned = bytes.clone();
            for (int i = 0; i < turned.length; i++) {
                turned[i] ^= (byte) 0xff;
            }
            return turned;
        }
    }

    /** Whoever depends on key wrapping, as the vault does. */
    record User(KeyWrapping wrapping) {}

    private static AnnotationConfigApplicationContext with(Class<?>... parts) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(RecordingProperties.class, OtherKeyWrappingTests::settings);
        context.registerBean(SecretStore.class, () -> name -> {
            MADE.add(name);
            return Secret.of("00".repeat(32));
        });
        context.register(parts);
        context.refresh();
        return context;
    }

    private static RecordingProperties settings() {
        return new RecordingProperties(
                true,
                Capture.PAGE,
                OnWithdrawal.KEEP,
                1,
                Duration.ofHours(24),
                DataSize.ofBytes(0),
                Duration.ZERO,
                1,
                List.of());
    }

    @Test
    @DisplayName("where there is a service's, it wraps and opens, and no master key is made here")
    void another() throws Exception {
        MADE.clear();
        try (var context = with(LocalKeyWrapping.class, Service.class, User.class)) {
            KeyWrapping used = context.getBean(User.class).wrapping();
            assertThat(used).isInstanceOf(Service.class);
            UUID recording = UUID.randomUUID();
            byte[] key = new byte[32];
            KeyWrapping.Wrapped wrapped = used.wrap(recording, Secret.of(key));
            assertThat(wrapped.master()).isEqualTo("kms/7");
            assertThat(used.unwrap(recording, wrapped).reveal()).isEqualTo(key);
            assertThat(MADE).isEmpty();
        }
    }

    @Test
    @DisplayName("where there is none, the installation's own master keys are used")
    void ownKeys() {
        try (var context = with(LocalKeyWrapping.class, User.class)) {
            assertThat(context.getBean(User.class).wrapping()).isInstanceOf(LocalKeyWrapping.class);
        }
    }
}
