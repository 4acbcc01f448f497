package health.consilium.conferencing.jaas;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import health.consilium.conferencing.spi.CloudRecording.Film;
import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Films of JaaS on their way to the recordings. At 8x8 they lie for a day only, behind a link that is not kept; so they are
 * brought here at once, sealed while they come, and go when the recordings have taken or refused them.
 */
final class FilmStore {
    /** What nobody has come for by then, nobody will. */
    static final Duration UNCLAIMED = Duration.ofDays(30);

    private static final String DIRECTORY = "jaas-films";
    private static final int BLOCK = 1024 * 1024;
    private static final int TAG = 16;
    private static final int HEADER = 2 * Long.BYTES;
    private static final String NAME = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}_[0-9a-f]{40}";

    private final Path root;
    private final AesGcmHkdfStreaming cipher;
    private final Set<String> coming = ConcurrentHashMap.newKeySet();

    FilmStore(DataDirectory data, SecretStore secrets) {
        this.root = data.directory(DIRECTORY);
        this.cipher = cipher(secrets.named(DIRECTORY));
    }

    private static AesGcmHkdfStreaming cipher(Secret<String> secret) {
        try {
            byte[] key = secret.reveal().getBytes(StandardCharsets.UTF_8);
            return new AesGcmHkdfStreaming(key, "HmacSha256", 32, BLOCK, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String name(UUID consultation, String digest) {
        return consultation + "_" + digest;
    }

    /** Once it is here, or was here and is gone. */
    boolean knows(String recording) {
        return Files.exists(file(recording)) || Files.exists(mark(recording));
    }

    /** @return false when the same film is coming already */
    boolean begins(String recording) {
        return coming.add(recording);
    }

    void ends(String recording) {
        coming.remove(recording);
    }

    /** All of it or nothing. */
    void keep(String recording, Instant startedAt, Duration duration, InputStream film) throws IOException {
        Path file = file(recording);
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out =
                new DataOutputStream(cipher.newEncryptingStream(Files.newOutputStream(part), aad(recording)))) {
            out.writeLong(startedAt.toEpochMilli());
            out.writeLong(duration.toMillis());
            film.transferTo(out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** @throws IOException when there is no such film, or it is not as it was sealed */
    Film open(String recording) throws IOException {
        Path file = file(recording);
        long length = plain(Files.size(file)) - HEADER;
        DataInputStream in = plain(Files.newInputStream(file), recording);
        try {
            Instant startedAt = Instant.ofEpochMilli(in.readLong());
            return new Film(in, length, "video/mp4", startedAt, Duration.ofMillis(in.readLong()));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private DataInputStream plain(InputStream sealed, String recording) throws IOException {
        try {
            return new DataInputStream(cipher.newDecryptingStream(sealed, aad(recording)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The film goes; that it was here stays for a while, so that a notice told again does not bring it back. */
    void delete(String recording) throws IOException {
        if (Files.deleteIfExists(file(recording))) {
            Files.createFile(mark(recording));
        }
    }

    int deleteOf(UUID consultation) throws IOException {
        int films = 0;
        Path directory = root.resolve(consultation.toString());
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    films += file.toString().endsWith(".film") ? 1 : 0;
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
        return films;
    }

    /** What nobody came for, what broke off, and the marks of what is gone. */
    void sweep(Instant now) throws IOException {
        Instant before = now.minus(UNCLAIMED);
        try (DirectoryStream<Path> consultations = Files.newDirectoryStream(root)) {
            for (Path one : consultations) {
                if (Files.getLastModifiedTime(one).toInstant().isBefore(before)) {
                    deleteOf(UUID.fromString(one.getFileName().toString()));
                }
            }
        }
    }

    /** Every block has its tag, and the first one begins with the header that opens the stream. */
    private long plain(long sealed) {
        long blocks = (sealed + BLOCK - 1) / BLOCK;
        return sealed - cipher.getHeaderLength() - blocks * TAG;
    }

    private static byte[] aad(String recording) {
        return recording.getBytes(StandardCharsets.UTF_8);
    }

    private Path mark(String recording) {
        return file(recording).resolveSibling(recording + ".gone");
    }

    private Path file(String recording) {
        if (!recording.matches(NAME)) {
            throw new IllegalArgumentException("no name of a film");
        }
        return root.resolve(recording.substring(0, recording.indexOf('_'))).resolve(recording + ".film");
    }
}
