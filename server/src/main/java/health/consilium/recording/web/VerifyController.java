package health.consilium.recording.web;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.segments.Verifier;
import health.consilium.recording.store.RecordingStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Administrators see whether recordings are whole, never what they hold. */
@Tag(name = "recording")
@RestController
@RequestMapping("/api/v1/admin/recordings/{recordingId}")
class VerifyController {
    private final RecordingStore recordings;
    private final Verifier verifier;

    VerifyController(RecordingStore recordings, Verifier verifier) {
        this.recordings = recordings;
        this.verifier = verifier;
    }

    @Operation(operationId = "verifyRecording", summary = "Reads every part and names what is not as it was stored")
    @PostMapping("/verify")
    Verifier.Report verify(@PathVariable UUID recordingId) {
        if (recordings.find(recordingId).isEmpty()) {
            throw new Problem(ErrorCode.NOT_FOUND, "This recording is not known here.");
        }
        return verifier.verify(recordingId);
    }
}
