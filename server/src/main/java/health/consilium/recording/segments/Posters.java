package health.consilium.recording.segments;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.store.Coverage;
import health.consilium.recording.store.PosterStore;
import health.consilium.recording.store.PosterStore.Poster;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The picture of a recording. The page that records takes it out of what it records, so it is covered by the same consent; the
 * server seals it and never looks into it.
 */
@Component
public class Posters {
    private final Admission admission;
    private final Coverage coverage;
    private final Segments segments;
    private final PosterStore posters;
    private final Clock clock;

    Posters(Admission admission, Coverage coverage, Segments segments, PosterStore posters, Clock clock) {
        this.admission = admission;
        this.coverage = coverage;
        this.segments = segments;
        this.posters = posters;
        this.clock = clock;
    }

    /** @param type image/jpeg or image/webp */
    public record Picture(String type, byte[] content) {}

    /**
     * @return false when there is one: the first one stays
     * @throws Problem NOT_FOUND, RECORDING_UNAVAILABLE, SEGMENT_NOT_COVERED, INVALID_REQUEST when it is no such picture
     */
    public boolean keep(UUID recording, int take, Picture picture, Instant takenAt, UserId who) {
        admission.admit(recording, take, who);
        if (!isPicture(picture)) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "The picture of a recording is a JPEG or a WebP.");
        }
        if (!coverage.covers(recording, takenAt, takenAt, clock.instant())) {
            throw new Problem(
                    ErrorCode.SEGMENT_NOT_COVERED,
                    "Not everybody present had agreed when this was taken, so it is not kept.");
        }
        byte[] sealed = segments.cipher(recording).seal(picture.content, purpose(recording));
        return posters.keep(recording, new Poster(picture.type, sealed), takenAt);
    }

    /** Empty when there is none, or when it is not what was kept. @throws Problem RECORDING_UNAVAILABLE without its key */
    public Optional<Picture> find(UUID recording) {
        var cipher = segments.cipher(recording);
        return posters.find(recording).flatMap(poster -> {
            try {
                return Optional.of(new Picture(poster.type(), cipher.open(poster.sealed(), purpose(recording))));
            } catch (GeneralSecurityException e) {
                return Optional.empty();
            }
        });
    }

    private static boolean isPicture(Picture picture) {
        String head = new String(picture.content, 0, Math.min(12, picture.content.length), StandardCharsets.ISO_8859_1);
        return picture.type.equals("image/jpeg")
                ? head.startsWith("\u00ff\u00d8\u00ff")
                : picture.type.equals("image/webp") && head.startsWith("RIFF") && head.endsWith("WEBP");
    }

    private static byte[] purpose(UUID recording) {
        return ("picture of recording " + recording).getBytes(StandardCharsets.UTF_8);
    }
}
