package health.consilium.platform.secrets;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps each secret in a file of mode 0600 below {@code secrets/}: never in the database, never in a log. Read once: whoever
 * changes a file starts the server again.
 */
public final class FileSecretStore implements SecretStore {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;
    private final Map<String, Secret<String>> known = new ConcurrentHashMap<>();

    public FileSecretStore(DataDirectory data) {
        this.directory = data.directory("secrets");
    }

    @Override
    public Secret<String> named(String name) {
        return known.computeIfAbsent(name, this::kept);
    }

    @Override
    public boolean has(String name) {
        return known.containsKey(name) || Files.exists(directory.resolve(name));
    }

    @Override
    public int generations(String name) {
        String before = name + "-";
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(before))
                    .map(file -> file.substring(before.length()))
                    .filter(number -> number.matches("[1-9][0-9]{0,5}"))
                    .mapToInt(Integer::parseInt)
                    .reduce(1, Math::max);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Secret<String> kept(String name) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("not a name for a secret: " + name);
        }
        Path file = directory.resolve(name);
        try {
            if (Files.notExists(file)) {
                write(file);
            }
            return Secret.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written beside and moved into place, so that a crash never leaves half a secret. */
    private void write(Path file) throws IOException {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        Path fresh = Files.createTempFile(
                directory,
                ".fresh",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, HexFormat.of().formatHex(bits));
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        }
    }
}
