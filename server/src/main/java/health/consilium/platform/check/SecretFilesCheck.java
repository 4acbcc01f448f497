package health.consilium.platform.check;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Nobody but the program's own user may read the secrets. */
@Component
class SecretFilesCheck implements SetupCheck {
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final DataDirectory data;

    SecretFilesCheck(DataDirectory data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public Found look() throws IOException {
        Path secrets = data.directory("secrets");
        try (Stream<Path> files = Files.walk(secrets)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                    return Found.of(
                            SetupFinding.SECRETS_OPEN, "file", data.root().relativize(file), "folder", secrets);
                }
            }
            return Found.of(SetupFinding.SECRETS_CLOSED, "number", all.size() - 1);
        }
    }
}
