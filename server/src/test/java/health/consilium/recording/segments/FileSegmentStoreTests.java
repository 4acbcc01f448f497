package health.consilium.recording.segments;

import health.consilium.kernel.DataDirectory;
import health.consilium.recording.Capture;
import health.consilium.recording.OnWithdrawal;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.SegmentStoreContract;
import health.consilium.recording.spi.SegmentStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** R6: on the server's own disk. */
@SuppressWarnings("NullAway.Init") // filled before each test
class FileSegmentStoreTests extends SegmentStoreContract {
    private SegmentStore store;

    @BeforeEach
    void onThisDisk(@TempDir Path folder) {
        store = new FileSegmentStore(
                new DataDirectory(folder),
                new RecordingProperties(
                        true,
                        Capture.PAGE,
                        OnWithdrawal.KEEP,
                        1,
                        Duration.ofHours(24),
                        DataSize.ofBytes(0),
                        Duration.ZERO,
                        1,
                        List.of()));
    }

    @Override
    protected SegmentStore store() {
        return store;
    }
}
