package health.consilium.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The one directory in which the program keeps everything that must survive. Readable by its owner only. */
public record DataDirectory(Path root) {
    /** A directory below the root, made (mode 0700) when it is not there. */
    public Path directory(String name) {
        Path directory = root.resolve(name);
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "consilium.data.directory is " + root + ": it cannot be made or written to.", e);
        }
        return directory;
    }
}
