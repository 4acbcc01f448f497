package health.consilium.platform.check;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SetupCheck;
import java.io.IOException;
import java.nio.file.Files;
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
        String what = "%.1f GB are free where the data directory is.".formatted((double) free / GIGABYTE);
        String remedy = "Make room, or move the data directory to a larger disk.";
        if (free < GIGABYTE) {
            return Found.broken(what, remedy);
        }
        return free < LITTLE ? Found.warning(what, remedy) : Found.fine(what);
    }
}
