package health.consilium.signalling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.signalling.frame.ClientFrame;
import health.consilium.signalling.frame.Envelope;
import health.consilium.signalling.frame.FrameCodec;
import health.consilium.signalling.frame.FrameType;
import health.consilium.signalling.frame.MalformedFrame;
import health.consilium.signalling.frame.ServerFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** The golden frames, which the TypeScript tests read as well. */
class GoldenFramesTests {
    private static final Path EXAMPLES = Path.of("..", "protocol", "v1", "examples");
    private static final JsonMapper JSON = new JsonMapper();
    private final FrameCodec codec = new FrameCodec();

    @TestFactory
    @DisplayName("every valid client frame is understood")
    Stream<DynamicTest> validClientFrames() throws IOException {
        return files("valid", "client.").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Envelope frame = codec.open(Files.readString(file));
                    FrameType type = FrameType.fromClient(frame.type()).orElseThrow();
                    assertThat(type.reliable()).as("numbered").isEqualTo(frame.seq() > 0);
                    assertThat(codec.body(frame.body(), type.body())).isInstanceOf(ClientFrame.class);
                }));
    }

    @TestFactory
    @DisplayName("every valid server frame is what the server would write")
    Stream<DynamicTest> validServerFrames() throws IOException {
        return files("valid", "server.").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Envelope golden = codec.open(Files.readString(file));
                    FrameType type = FrameType.fromServer(golden.type()).orElseThrow();
                    ServerFrame frame = (ServerFrame) codec.body(golden.body(), type.body());
                    Envelope written = codec.open(codec.seal(frame, golden.seq(), golden.ack(), null));
                    assertThat(written.type()).isEqualTo(golden.type());
                    assertThat(JSON.readTree(written.body().json()))
                            .isEqualTo(JSON.readTree(golden.body().json()));
                }));
    }

    @TestFactory
    @DisplayName("every invalid client frame is refused")
    Stream<DynamicTest> invalidClientFrames() throws IOException {
        return files("invalid", "client.").stream()
                .map(file -> DynamicTest.dynamicTest(
                        name(file),
                        () -> assertThatThrownBy(() -> {
                                    Envelope frame = codec.open(Files.readString(file));
                                    codec.body(
                                            frame.body(),
                                            FrameType.fromClient(frame.type())
                                                    .orElseThrow()
                                                    .body());
                                })
                                .isInstanceOf(MalformedFrame.class)));
    }

    @Test
    @DisplayName("there is a golden frame for every type, and only for known types")
    void everyTypeHasAnExample() throws IOException {
        Set<String> shown = Stream.concat(files("valid", "client.").stream(), files("valid", "server.").stream())
                .map(file -> {
                    try {
                        String side = name(file).substring(0, name(file).indexOf('.'));
                        return side + " " + codec.open(Files.readString(file)).type();
                    } catch (IOException | MalformedFrame e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toSet());
        Set<String> known = Arrays.stream(FrameType.values())
                .map(type -> (type.right() == FrameType.Right.SERVER ? "server " : "client ") + type.wireName())
                .collect(Collectors.toSet());
        assertThat(shown).isEqualTo(known);
    }

    private static List<Path> files(String folder, String prefix) throws IOException {
        try (Stream<Path> all = Files.list(EXAMPLES.resolve(folder))) {
            List<Path> files =
                    all.filter(file -> name(file).startsWith(prefix)).sorted().toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
