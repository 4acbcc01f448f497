package health.consilium.recording.web;

import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.segments.Intake;
import health.consilium.recording.segments.Progress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "recording")
@RestController
@RequestMapping("/api/v1/recordings/{recordingId}/takes")
class SegmentController {
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int MOST = 100_000;
    private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/]{43}=):");

    private final Intake intake;
    private final Progress progress;

    SegmentController(Intake intake, Progress progress) {
        this.intake = intake;
        this.progress = progress;
    }

    record StoredJson(int index, boolean stored) {}

    @Operation(
            operationId = "putSegment",
            summary = "Stores a part of a recording, up to 8 MiB, for the page that records; again: the same answer",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PutMapping(path = "/{take}/segments/{index}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    StoredJson put(
            @PathVariable UUID recordingId,
            @PathVariable int take,
            @PathVariable int index,
            @RequestHeader("Content-Digest") String digest,
            @RequestHeader("X-Segment-Final") boolean last,
            @RequestHeader("X-Segment-From") long from,
            @RequestHeader("X-Segment-To") long to,
            CurrentUser who,
            HttpServletRequest request)
            throws IOException {
        if (index < 0 || index >= MOST) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "A part has a number from 0 up.");
        }
        byte[] content = request.getInputStream().readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "A part of a recording has up to 8 MiB.");
        }
        intake.take(
                new Intake.Arriving(
                        recordingId,
                        take,
                        index,
                        last,
                        Instant.ofEpochMilli(from),
                        Instant.ofEpochMilli(to),
                        sha256(digest)),
                content,
                who.id());
        return new StoredJson(index, true);
    }

    @Operation(operationId = "getTakes", summary = "Which parts the server has, for the page that resumes its upload")
    @GetMapping
    List<Progress.Have> takes(@PathVariable UUID recordingId, CurrentUser who) {
        return progress.of(recordingId, who.id());
    }

    /** RFC 9530. */
    private static String sha256(String digest) {
        Matcher matcher = DIGEST.matcher(digest);
        if (!matcher.find()) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "Content-Digest must hold a sha-256.");
        }
        return HexFormat.of().formatHex(Base64.getDecoder().decode(matcher.group(1)));
    }
}
