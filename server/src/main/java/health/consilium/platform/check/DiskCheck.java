package health.consilium.platform.check;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** There is room for what people write and record. */
@Component
class DiskCheck implements SetupCheck {
    private static final long GIGABYTE = 1_000_000_000;
    private static final long LITTLE = 5 * GIGABYTE;

    private final DataDirectory data;

    DiskCheck(DataDirectory data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Found look() throws IOException {
        return judge(Files.getFileStore(data.root()).getUsableSpace());
    }

    static Found judge(long free) {
        SetupFinding finding = free < GIGABYTE
                ? SetupFinding.DISK_FULL
                : free < LITTLE ? SetupFinding.DISK_LITTLE : SetupFinding.DISK_ROOM;
        return Found.of(finding, "gigabytes", String.format(Locale.ROOT, "%.1f", (double) free / GIGABYTE));
    }
}
