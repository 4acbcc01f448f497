package health.consilium.recording.web;

import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.segments.Posters;
import health.consilium.recording.segments.Posters.Picture;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One picture of a recording, for the same people as the film. */
@Tag(name = "recording")
@RestController
@RequestMapping("/api/v1/recordings/{recordingId}")
class PosterController {
    private static final int LARGEST = 200_000;

    private final OwnRecordings own;
    private final Posters posters;
    private final Looks looks;

    PosterController(OwnRecordings own, Posters posters, Looks looks) {
        this.own = own;
        this.posters = posters;
        this.looks = looks;
    }

    /** @param stored false: there is one already, and it stays */
    record PosterJson(boolean stored) {}

    @Operation(
            operationId = "putRecordingPoster",
            summary = "One picture of what is recorded, up to 200 kB, from the page that records",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "image/jpeg",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PutMapping(
            path = "/takes/{take}/poster",
            consumes = {"image/jpeg", "image/webp"})
    PosterJson put(
            @PathVariable UUID recordingId,
            @PathVariable int take,
            @RequestHeader("X-Taken-At") long takenAt,
            @RequestHeader("Content-Type") String type,
            CurrentUser who,
            HttpServletRequest request)
            throws IOException {
        byte[] content = request.getInputStream().readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "The picture of a recording has up to 200 kB.");
        }
        Picture picture = new Picture(type, content);
        return new PosterJson(posters.keep(recordingId, take, picture, Instant.ofEpochMilli(takenAt), who.id()));
    }

    @Operation(operationId = "getRecordingPoster", summary = "The picture of a recording")
    @GetMapping(
            path = "/poster",
            produces = {"image/jpeg", "image/webp"})
    void get(@PathVariable UUID recordingId, CurrentUser who, HttpServletResponse response) throws IOException {
        Recording r = own.one(recordingId, who);
        Picture picture = posters.find(r.id())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "There is no picture of this recording."));
        looks.note(r, who, Looks.Look.PICTURE);
        response.setContentType(picture.type());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(picture.content().length);
        response.getOutputStream().write(picture.content());
    }
}
