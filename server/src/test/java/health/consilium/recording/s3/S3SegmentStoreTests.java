package health.consilium.recording.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.kernel.Secret;
import health.consilium.recording.SegmentStoreContract;
import health.consilium.recording.spi.SegmentStore;
import health.consilium.recording.spi.SegmentStore.StoreAway;
import health.consilium.testing.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** R6: in a real S3-compatible server. */
@SuppressWarnings("NullAway.Init") // filled before all tests
class S3SegmentStoreTests extends SegmentStoreContract {
    private static S3Server server;
    private static S3Client client;

    @BeforeAll
    static void aServer(@TempDir Path home) {
        server = S3Server.start(home);
        client = S3Connection.open(settings(S3Server.BUCKET, S3Server.SECRET_KEY, server.endpoint()));
    }

    @AfterAll
    static void noServer() {
        client.close();
        server.close();
    }

    private static S3Properties settings(String bucket, String secret, URI endpoint) {
        return new S3Properties(
                bucket, endpoint, "us-east-1", S3Server.ACCESS_KEY, Secret.of(secret), true, "clinic-1/");
    }

    @Override
    protected SegmentStore store() {
        return new S3SegmentStore(client, S3Server.BUCKET, "clinic-1/");
    }

    @Test
    @DisplayName("objects are named prefix/recording/name, and what others put into the bucket is left alone")
    void named() throws IOException {
        UUID recording = UUID.randomUUID();
        UUID name = UUID.randomUUID();
        store().write(recording, name, new byte[] {1, 2, 3});
        Path folder = server.bucket().resolve("clinic-1").resolve(recording.toString());
        assertThat(Files.readAllBytes(folder.resolve(name.toString()))).containsExactly(1, 2, 3);
        for (String other : new String[] {"clinic-1/notes.txt", "clinic-1/" + recording + "/notes.txt", "notes.txt"}) {
            client.putObject(put -> put.bucket(S3Server.BUCKET).key(other), RequestBody.fromString("others'"));
        }
        assertThat(store().names(recording)).containsExactly(name);
        assertThat(store().recordings()).contains(recording);
        store().delete(recording);
        assertThat(folder.resolve("notes.txt")).exists();
    }

    @Test
    @DisplayName("the server refuses what arrives damaged: the checksum travels with it")
    void damaged() {
        assertThatThrownBy(() -> client.putObject(
                        put -> put.bucket(S3Server.BUCKET)
                                .key("damaged")
                                .contentMD5(Md5.of(new byte[] {1}).header()),
                        RequestBody.fromBytes(new byte[] {2})))
                .isInstanceOf(S3Exception.class);
        assertThat(server.bucket().resolve("damaged")).doesNotExist();
    }

    @Test
    @DisplayName("a server that was killed is away, not empty; what it had is there when it is back")
    void away() throws IOException {
        UUID recording = UUID.randomUUID();
        UUID name = UUID.randomUUID();
        store().write(recording, name, new byte[] {7});
        server.kill();
        SegmentStore store = store();
        assertThatThrownBy(() -> store.write(recording, UUID.randomUUID(), new byte[] {8}))
                .isInstanceOf(StoreAway.class);
        assertThatThrownBy(() -> store.read(recording, name)).isInstanceOf(StoreAway.class);
        assertThatThrownBy(() -> store.names(recording)).isInstanceOf(StoreAway.class);
        assertThatThrownBy(store::free).isInstanceOf(StoreAway.class);
        server.startAgain();
        assertThat(store().read(recording, name)).containsExactly(7);
    }

    @Test
    @DisplayName("what the settings got wrong is one sentence that names the setting, and never the secret")
    void check() {
        assertThatThrownBy(() -> checked(settings("no-such-bucket", S3Server.SECRET_KEY, server.endpoint())))
                .hasMessageStartingWith("consilium.recording.s3.bucket is no-such-bucket")
                .hasMessageContaining("has no such bucket");
        assertThatThrownBy(() -> checked(settings(S3Server.BUCKET, "another-key", server.endpoint())))
                .hasMessageStartingWith("consilium.recording.s3.access-key is clinic")
                .hasMessageNotContaining("another-key");
        assertThat(settings(S3Server.BUCKET, "another-key", server.endpoint()).toString())
                .doesNotContain("another-key");
    }

    @Test
    @DisplayName("a server that does not answer keeps nobody from holding calls; a good one is left without a trace")
    void started() throws IOException {
        checked(settings(S3Server.BUCKET, S3Server.SECRET_KEY, URI.create("http://127.0.0.1:9")));
        checked(settings(S3Server.BUCKET, S3Server.SECRET_KEY, server.endpoint()));
        try (var left = Files.walk(server.bucket())) {
            assertThat(left.filter(file -> file.toString().contains("probe"))).isEmpty();
        }
    }

    private static void checked(S3Properties settings) {
        try (S3Client s3 = S3Connection.open(settings)) {
            S3Check.check(s3, settings);
        }
    }

    @Test
    @DisplayName("half of the settings is refused")
    void half() {
        assertThatThrownBy(() -> new S3Properties("b", null, "r", null, Secret.of("s"), true, ""))
                .hasMessage("consilium.recording.s3.access-key is missing: a bucket needs one.");
        assertThatThrownBy(() -> new S3Properties("b", null, "r", "a", null, true, ""))
                .hasMessage("consilium.recording.s3.secret-key is missing: a bucket needs one.");
        assertThatThrownBy(() -> new S3Properties("b", URI.create("ftp://x"), "r", "a", Secret.of("s"), true, ""))
                .hasMessageStartingWith("consilium.recording.s3.endpoint is ftp://x");
        assertThatThrownBy(() -> new S3Properties("b", null, "r", "a", Secret.of("s"), true, "/x"))
                .hasMessageStartingWith("consilium.recording.s3.prefix is /x");
    }
}
