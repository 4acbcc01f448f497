package health.consilium.admin.retention;

import health.consilium.recording.RecordingProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is deleted by itself, and what never is. */
@Tag(name = "admin")
@RestController
class RetentionController {
    private final RetentionRuns runs;
    private final RecordingProperties recordings;

    RetentionController(RetentionRuns runs, RecordingProperties recordings) {
        this.runs = runs;
        this.recordings = recordings;
    }

    /**
     * What is kept whatever its age.
     *
     * @param because {@code MEDICAL_RECORD}, {@code BOOKKEEPING} or {@code PROOF}
     */
    record Forever(String kind, String because) {}

    /**
     * @param aged what goes by itself, and how many the next run takes
     * @param recordingDays recordings have a rule of their own, which people read before they agree
     */
    record Retention(List<Aged> aged, int recordingDays, List<Forever> forever) {}

    private static final List<Forever> FOREVER = List.of(
            new Forever("audit", "PROOF"),
            new Forever("consents", "PROOF"),
            new Forever("prescriptions", "MEDICAL_RECORD"),
            new Forever("summaries", "MEDICAL_RECORD"),
            new Forever("appointments", "MEDICAL_RECORD"),
            new Forever("payments", "BOOKKEEPING"));

    @Operation(operationId = "showRetention", summary = "How long what is kept, and what the next run deletes")
    @GetMapping("/api/v1/admin/retention")
    Retention show() {
        return new Retention(runs.due(), recordings.keptDays(), FOREVER);
    }
}
