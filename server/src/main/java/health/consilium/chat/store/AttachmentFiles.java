package health.consilium.chat.store;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Attachments as files under generated names. What a file is, its first bytes say, not its sender (SAFETY S28). */
@Component
public class AttachmentFiles {
    private static final int[] PNG = {0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};

    private final Path directory;

    AttachmentFiles(DataDirectory data) {
        this.directory = data.directory("attachments");
    }

    /** @throws Problem UNSUPPORTED_MEDIA_TYPE unless it is a picture or a PDF */
    public static String typeOf(byte[] content) {
        if (starts(content, PNG)) {
            return "image/png";
        }
        if (starts(content, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        if (starts(content, 'R', 'I', 'F', 'F') && startsAt(content, 8, 'W', 'E', 'B', 'P')) {
            return "image/webp";
        }
        if (starts(content, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        throw new Problem(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "This kind of file cannot be sent. Please send a picture (PNG, JPEG, WebP) or a PDF.");
    }

    public void write(UUID id, byte[] content) {
        try {
            Files.write(directory.resolve(id.toString()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] read(UUID id) {
        try {
            return Files.readAllBytes(directory.resolve(id.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Again: nothing more happens. */
    public void delete(UUID id) {
        try {
            Files.deleteIfExists(directory.resolve(id.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean starts(byte[] content, int... magic) {
        return startsAt(content, 0, magic);
    }

    private static boolean startsAt(byte[] content, int at, int... magic) {
        if (content.length < at + magic.length) {
            return false;
        }
        byte[] wanted = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            wanted[i] = (byte) magic[i];
        }
        return Arrays.equals(content, at, at + magic.length, wanted, 0, magic.length);
    }
}
