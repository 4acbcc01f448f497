package health.consilium.recording.segments;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.kernel.DataDirectory;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** F14: after a crash what was confirmed is there, and nothing else. */
@ServerTest
class SweepTests {
    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Sweep sweep;

    @Autowired
    private Verifier verifier;

    @Autowired
    private DataDirectory data;

    @Test
    @DisplayName("orphans and halves go at the start, confirmed parts stay, and what others put there is left alone")
    void sweeps() throws IOException {
        Two two = calls.bothAreHere();
        UUID recording = calls.records(two);
        calls.keepsAPart(two, recording);
        Path root = data.root().resolve("recordings");
        Path folder = root.resolve(recording.toString());
        Files.writeString(folder.resolve(UUID.randomUUID().toString()), "written, and never confirmed");
        Files.writeString(folder.resolve(UUID.randomUUID() + ".half"), "half");
        Files.createDirectories(root.resolve("lost+found"));
        sweep.sweep();
        try (var left = Files.list(folder)) {
            assertThat(left.toList()).hasSize(1);
        }
        assertThat(verifier.verify(recording).findings()).isEqualTo(List.of());
        assertThat(root.resolve("lost+found")).exists();
    }
}
