package health.consilium.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.recording.spi.SegmentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R6: what recordings rely on, whatever keeps them. */
public abstract class SegmentStoreContract {
    private static final int LARGEST = 8 * 1024 * 1024 + 28;
    private static final int MORE_THAN_A_PAGE = 1_005;

    private final UUID recording = UUID.randomUUID();
    private final UUID name = UUID.randomUUID();

    protected abstract SegmentStore store();

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    @Test
    @DisplayName("a segment is read as it was written, from an empty one to the largest")
    void written() throws IOException {
        for (int size : new int[] {0, 1, 28, 300_000, LARGEST}) {
            UUID one = UUID.randomUUID();
            store().write(recording, one, bytes(size));
            assertThat(store().read(recording, one)).as("%d bytes", size).isEqualTo(bytes(size));
        }
    }

    @Test
    @DisplayName("the same again changes nothing; something else under a name is refused, and what is there stays")
    void twice() throws IOException {
        store().write(recording, name, bytes(500));
        assertThatCode(() -> store().write(recording, name, bytes(500))).doesNotThrowAnyException();
        assertThatThrownBy(() -> store().write(recording, name, bytes(501)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(store().read(recording, name)).isEqualTo(bytes(500));
    }

    @Test
    @DisplayName("what is not there is said to be missing, which is something else than a store that does not answer")
    void missing() throws IOException {
        assertThatThrownBy(() -> store().read(recording, name)).isInstanceOf(NoSuchFileException.class);
        assertThat(store().names(recording)).isEmpty();
        assertThatCode(() -> store().delete(recording, name)).doesNotThrowAnyException();
        assertThatCode(() -> store().delete(recording)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("recordings and their segments are listed, more than a thousand as well, and each recording by itself")
    void listed() throws IOException {
        Set<UUID> written = new HashSet<>();
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            UUID one = new UUID(1, i);
            store().write(recording, one, bytes(3));
            written.add(one);
        }
        UUID other = UUID.randomUUID();
        store().write(other, name, bytes(4));
        assertThat(store().names(recording)).isEqualTo(written);
        assertThat(store().names(other)).containsExactly(name);
        assertThat(store().recordings()).contains(recording, other);
        store().delete(recording);
        assertThat(store().names(recording)).isEmpty();
        assertThat(store().recordings()).contains(other).doesNotContain(recording);
        assertThat(store().read(other, name)).isEqualTo(bytes(4));
    }

    @Test
    @DisplayName("one segment is deleted, the others stay")
    void deleted() throws IOException {
        UUID other = UUID.randomUUID();
        store().write(recording, name, bytes(10));
        store().write(recording, other, bytes(11));
        store().delete(recording, name);
        assertThatThrownBy(() -> store().read(recording, name)).isInstanceOf(NoSuchFileException.class);
        assertThat(store().read(recording, other)).isEqualTo(bytes(11));
    }

    @Test
    @DisplayName("many at a time are all there")
    void together() throws IOException {
        IntStream.range(0, 32).parallel().forEach(i -> {
            try {
                store().write(recording, new UUID(2, i), bytes(1_000 + i));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(store().names(recording)).hasSize(32);
        assertThat(store().read(recording, new UUID(2, 7))).isEqualTo(bytes(1_007));
    }

    @Test
    @DisplayName("there is room")
    void room() throws IOException {
        assertThat(store().free()).isGreaterThan(LARGEST);
    }
}
