package health.consilium.recording.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.segments.Segments;
import health.consilium.recording.segments.Unreached;
import health.consilium.recording.spi.SegmentStore.StoreAway;
import health.consilium.recording.store.SegmentIndex.Segment;
import health.consilium.recording.store.TakeStore;
import health.consilium.recording.vault.Cipher256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A recording as one file. Where what lies is found out once; what is seen and heard is decrypted as it is asked for. */
@Component
public class Films {
    /** About 20 films of an hour. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int MOST_UNFINISHED = 50;

    private static final Duration UNWATCHED = Duration.ofHours(1);

    private final Segments segments;
    private final Surveys surveys;
    private final TakeStore takes;
    private final Cache<UUID, Layout> layouts = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((UUID id, Layout layout) -> layout.weight())
            .expireAfterAccess(UNWATCHED)
            .executor(Runnable::run)
            .build();

    /** Of recordings to which parts are still added, what was read of them so far. */
    private final Cache<UUID, Outlines> unfinished = Caffeine.newBuilder()
            .maximumSize(MOST_UNFINISHED)
            .expireAfterAccess(UNWATCHED)
            .executor(Runnable::run)
            .build();

    Films(Segments segments, Surveys surveys, TakeStore takes) {
        this.takes = takes;
        this.segments = segments;
        this.surveys = surveys;
    }

    /** Something that is not in the file, by the clock of the server. */
    public record Gap(Instant from, Instant to, String reason) {}

    /** @param reels all that there are, @param reel the one that was asked for */
    public record Film(List<Reel> reels, Reel reel, Plain recorded, List<Gap> gaps) {
        public VirtualFile file() {
            return reel.file();
        }
    }

    /** @throws Problem NOT_FOUND when nothing can be shown; RECORDING_UNAVAILABLE when its key is gone; STORAGE_AWAY */
    public Film of(UUID recording) {
        return of(recording, 1);
    }

    /** @param number of the reel, from 1 up; @throws Problem as above, NOT_FOUND also when there are not so many */
    public Film of(UUID recording, int number) {
        Cipher256 cipher = segments.cipher(recording);
        Layout layout = layout(recording, cipher);
        if (number < 1 || number > layout.reels().size()) {
            throw new Problem(ErrorCode.NOT_FOUND, "There is nothing in this recording that can be shown.");
        }
        List<Segment> parts = layout.parts();
        int[] sizes = parts.stream().mapToInt(Segment::size).toArray();
        Reel reel = layout.reels().get(number - 1);
        return new Film(layout.reels(), reel, new Plain(sizes, part -> opened(parts.get(part), cipher)), layout.gaps());
    }

    /**
     * What reading a whole recording has found out.
     *
     * @param playable whether there is anything to watch
     */
    record Found(UUID recording, int parts, Survey survey, Cipher256 cipher, boolean playable) {}

    /** Finds out where what lies. Reads every part, and may take its time. */
    Found read(UUID recording) throws IOException {
        Cipher256 cipher = segments.cipher(recording);
        List<Segment> all = segments.of(recording);
        // Whatever was read before may have been put back from a backup, or been lost, since.
        Survey survey = Survey.of(all, part -> opened(part, cipher));
        boolean playable = !Layout.of(all, survey, types(recording)).reels().isEmpty();
        return new Found(recording, all.size(), survey, cipher, playable);
    }

    /** So that whoever watches first waits no longer than the others. */
    void seal(Found found) {
        surveys.keep(found.recording(), found.parts(), found.survey(), found.cipher());
        unfinished.invalidate(found.recording());
    }

    /** Parts are added and never changed: as long as their number is the same, so is everything. */
    private Layout layout(UUID recording, Cipher256 cipher) {
        int parts = segments.count(recording);
        return layouts.asMap()
                .compute(
                        recording,
                        (id, known) -> known != null && known.of() == parts ? known : laidOut(recording, cipher));
    }

    private Layout laidOut(UUID recording, Cipher256 cipher) {
        List<Segment> all = segments.of(recording);
        Survey survey = surveys.find(recording, all.size(), cipher).orElseGet(() -> surveyed(recording, all, cipher));
        return Layout.of(all, survey, types(recording));
    }

    private Map<Integer, String> types(UUID recording) {
        return takes.of(recording).stream().collect(Collectors.toMap(TakeStore.Take::take, TakeStore.Take::mimeType));
    }

    private Survey surveyed(UUID recording, List<Segment> all, Cipher256 cipher) {
        Outlines before = Objects.requireNonNullElse(unfinished.getIfPresent(recording), Outlines.NONE);
        try {
            Survey.Read read = Survey.read(all, part -> opened(part, cipher), before);
            unfinished.put(recording, read.outlines());
            return read.survey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] opened(Segment segment, Cipher256 cipher) throws IOException {
        try {
            return segments.read(segment, cipher);
        } catch (StoreAway e) {
            throw Unreached.problem();
        } catch (GeneralSecurityException | NoSuchFileException e) {
            throw new Survey.Unreadable(segment);
        }
    }
}
