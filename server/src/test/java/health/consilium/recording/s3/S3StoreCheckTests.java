package health.consilium.recording.s3;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SetupCheck.Found;
import health.consilium.kernel.SetupCheck.State;
import health.consilium.testing.S3Server;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A7: the configuration check looks for the bucket of recordings. */
class S3StoreCheckTests {
    private static Found look(@Nullable String bucket, @Nullable URI endpoint, String secret) {
        return new S3StoreCheck(new S3Properties(
                        bucket, endpoint, "us-east-1", S3Server.ACCESS_KEY, Secret.of(secret), true, ""))
                .look();
    }

    @Test
    @DisplayName("the bucket, the key and the store: what is wrong is named")
    void named(@TempDir Path home) {
        assertThat(look(null, null, S3Server.SECRET_KEY).state()).isEqualTo(State.NOT_USED);
        URI endpoint;
        try (S3Server server = S3Server.start(home)) {
            endpoint = server.endpoint();
            assertThat(look(S3Server.BUCKET, endpoint, S3Server.SECRET_KEY).state())
                    .isEqualTo(State.FINE);
            Found missing = look("elsewhere", endpoint, S3Server.SECRET_KEY);
            assertThat(missing.state()).isEqualTo(State.BROKEN);
            assertThat(missing.what()).contains("no bucket elsewhere");
            Found refused = look(S3Server.BUCKET, endpoint, "another-secret");
            assertThat(refused.what()).contains("refuses the key").doesNotContain("another-secret");
        }
        assertThat(look(S3Server.BUCKET, endpoint, S3Server.SECRET_KEY).what()).contains("is away");
    }
}
