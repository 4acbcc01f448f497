package health.consilium.recording.segments;

import health.consilium.kernel.DataDirectory;
import health.consilium.recording.Place;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.spi.SegmentStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** A folder a recording, a file a segment. What a crash left half written is not a segment and is swept at the start. */
@Component
@ConditionalOnExpression("'${consilium.recording.s3.bucket:}'.isEmpty()")
class FileSegmentStore implements SegmentStore {
    private static final String HALF = ".half";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path root;
    private final long reserve;

    FileSegmentStore(DataDirectory data, RecordingProperties settings) {
        this.root = data.directory("recordings");
        this.reserve = settings.reserve().toBytes();
    }

    @Override
    public void write(UUID recording, UUID name, byte[] content) throws IOException {
        if (free() < content.length) {
            throw new StorageFull();
        }
        Path folder = folder(recording);
        Path whole = folder.resolve(name.toString());
        if (Files.exists(whole)) {
            same(whole, content);
            return;
        }
        Path half = folder.resolve(name + HALF);
        boolean moved = false;
        try {
            made(folder);
            try (FileChannel out = FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                synced(out);
            }
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
            moved = true;
            sync(folder);
        } catch (IOException e) {
            // Left there, it would be taken for stored when it comes again, and the disk has not said so.
            removed(moved ? whole : half, e);
            String why = String.valueOf(e.getMessage());
            throw why.contains("No space left") || why.contains("quota") ? new StorageFull() : e;
        }
    }

    /** A disk that is full, or that fails, may refuse this, too: what went wrong first is what people must hear. */
    private static void removed(Path file, IOException first) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            first.addSuppressed(e);
        }
    }

    private static void same(Path file, byte[] content) throws IOException {
        if (!Arrays.equals(Files.readAllBytes(file), content)) {
            throw new FileAlreadyExistsException(file.toString(), null, "it holds something else");
        }
    }

    private void made(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            try {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                sync(root);
            } catch (FileAlreadyExistsException e) {
                // Another segment of the recording was quicker.
            }
        }
    }

    /** A file is only there after a crash when its folder says so. */
    private void sync(Path folder) throws IOException {
        try (FileChannel in = FileChannel.open(folder, StandardOpenOption.READ)) {
            synced(in);
        }
    }

    /** The only place that says that the disk has it. Nothing is confirmed that did not pass here. */
    void synced(FileChannel file) throws IOException {
        file.force(true);
    }

    @Override
    public byte[] read(UUID recording, UUID name) throws IOException {
        return Files.readAllBytes(folder(recording).resolve(name.toString()));
    }

    /** Files that a crash left half written go. */
    @Override
    public Set<UUID> names(UUID recording) throws IOException {
        if (Files.notExists(folder(recording))) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder(recording))) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(HALF)) {
                    Files.delete(file);
                }
            }
        }
        return uuids(folder(recording));
    }

    @Override
    public Set<UUID> recordings() throws IOException {
        return uuids(root);
    }

    /** Others put things into folders, too: {@code lost+found}, for example. */
    private static Set<UUID> uuids(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public void delete(UUID recording, UUID name) throws IOException {
        Files.deleteIfExists(folder(recording).resolve(name.toString()));
    }

    @Override
    public void delete(UUID recording) throws IOException {
        for (UUID name : names(recording)) {
            delete(recording, name);
        }
        Files.deleteIfExists(folder(recording));
    }

    @Override
    public Place place() {
        return Place.SERVER;
    }

    @Override
    public long free() throws IOException {
        return Math.max(0, Files.getFileStore(root).getUsableSpace() - reserve);
    }

    private Path folder(UUID recording) {
        return root.resolve(recording.toString());
    }
}
